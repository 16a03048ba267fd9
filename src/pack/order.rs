//! An order in which everything comes after what it depends on.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Names in an order that respects dependencies (unknown ones do not count), or the names that wait for each other.
/// Not recursive, and linear in the number of dependencies.
pub fn of<T>(items: &BTreeMap<String, T>, depends_on: impl Fn(&T) -> Vec<String>) -> Result<Vec<&str>, Vec<String>> {
    let mut waiting_for: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut wanted_by: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, item) in items {
        let needs: BTreeSet<&str> =
            depends_on(item).iter().filter_map(|need| Some(items.get_key_value(need)?.0.as_str())).collect();
        needs.iter().for_each(|need| wanted_by.entry(need).or_default().push(name));
        waiting_for.insert(name, needs);
    }
    let mut ready: VecDeque<&str> =
        waiting_for.iter().filter(|(_, needs)| needs.is_empty()).map(|(name, _)| *name).collect();
    let mut order = Vec::new();
    while let Some(name) = ready.pop_front() {
        order.push(name);
        waiting_for.remove(name);
        for waiter in wanted_by.get(name).into_iter().flatten() {
            if let Some(needs) = waiting_for.get_mut(waiter) {
                needs.remove(name);
                if needs.is_empty() {
                    ready.push_back(waiter);
                }
            }
        }
    }
    if waiting_for.is_empty() { Ok(order) } else { Err(cycle(&waiting_for)) }
}

/// One cycle among the names left: from any of them, needs lead to others left, so a name must come twice.
fn cycle(waiting_for: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let mut path: Vec<&str> = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut next = waiting_for.keys().next().copied();
    while let Some(name) = next {
        if let Some(&start) = seen.get(name) {
            return path[start..].iter().map(|name| (*name).to_owned()).collect();
        }
        seen.insert(name, path.len());
        path.push(name);
        next =
            waiting_for.get(name).and_then(|needs| needs.iter().find(|need| waiting_for.contains_key(*need))).copied();
    }
    path.iter().map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(items: &[(&str, &[&str])]) -> Result<Vec<String>, Vec<String>> {
        let items: BTreeMap<String, Vec<String>> = items
            .iter()
            .map(|(name, needs)| ((*name).to_owned(), needs.iter().map(|need| (*need).to_owned()).collect()))
            .collect();
        of(&items, Clone::clone).map(|names| names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn needs_come_first_and_cycles_are_named() {
        let needs = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(order(&[("a", &["b", "x"]), ("b", &["c"]), ("c", &[])]), Ok(needs(&["c", "b", "a"])));
        assert_eq!(order(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]), Err(needs(&["b", "c"])));
        assert_eq!(order(&[("a", &["a"])]), Err(needs(&["a"])));
    }
}
