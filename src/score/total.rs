//! From checks to points, in whole numbers: criterion = share of its results passed, dimension = weighted mean of its
//! criteria, overall = weighted mean of the dimensions. What does not apply is left out.

use super::{CheckOutcome, CheckResult, Dimension, Points};
use std::collections::BTreeMap;

/// A share in millionths: fine enough that rounding twice cannot be seen.
const WHOLE: u64 = 1_000_000;

/// The results of one check together.
#[derive(Debug)]
struct Criterion {
    dimension: Dimension,
    weight: u64,
    /// Millionths passed.
    share: u64,
    /// Index of the failed result that weighs most.
    worst: Option<usize>,
}

fn rounded(numerator: u64, denominator: u64) -> u64 {
    (numerator + denominator / 2) / denominator
}

fn criteria(checks: &[CheckResult]) -> Vec<Criterion> {
    let mut groups: Vec<(&CheckResult, u64, u64, Option<usize>)> = Vec::new();
    for (index, check) in checks.iter().enumerate().filter(|(_, check)| check.outcome != CheckOutcome::NotApplicable) {
        let at = groups.iter().position(|(first, ..)| first.check == check.check).unwrap_or_else(|| {
            groups.push((check, 0, 0, None));
            groups.len() - 1
        });
        let (_, passed, all, worst) = &mut groups[at];
        *all += u64::from(check.share);
        if check.outcome == CheckOutcome::Passed {
            *passed += u64::from(check.share);
        } else if worst.is_none_or(|worst: usize| checks[worst].share < check.share) {
            *worst = Some(index);
        }
    }
    let criterion = |(first, passed, all, worst): (&CheckResult, u64, u64, Option<usize>)| Criterion {
        dimension: first.dimension,
        weight: u64::from(first.weight),
        share: if all == 0 { WHOLE } else { rounded(passed * WHOLE, all) },
        worst,
    };
    groups.into_iter().map(criterion).collect()
}

/// Points per dimension, compliance included; `None`: nothing applied.
pub(super) fn dimensions(checks: &[CheckResult]) -> BTreeMap<Dimension, Option<Points>> {
    let criteria = criteria(checks);
    let points = |dimension: Dimension| {
        let own = || criteria.iter().filter(|criterion| criterion.dimension == dimension);
        let weight: u64 = own().map(|criterion| criterion.weight).sum();
        let reached: u64 = own().map(|criterion| criterion.weight * criterion.share).sum();
        (weight > 0).then(|| Points(rounded(reached * 1_000, weight * WHOLE) as u16))
    };
    Dimension::HEADLINE.into_iter().chain([Dimension::Compliance]).map(|one| (one, points(one))).collect()
}

/// The weighted mean of the dimensions that apply; 0 when none does.
pub(super) fn overall(dimensions: &BTreeMap<Dimension, Option<Points>>, weights: &BTreeMap<Dimension, u16>) -> Points {
    let (mut reached, mut weight) = (0u64, 0u64);
    for dimension in Dimension::HEADLINE {
        if let Some(Some(points)) = dimensions.get(&dimension) {
            let own = u64::from(weights.get(&dimension).copied().unwrap_or(0));
            reached += own * u64::from(points.0);
            weight += own;
        }
    }
    Points(if weight == 0 { 0 } else { rounded(reached, weight) as u16 })
}

/// The failed checks worth most, most first, one result for each check: critical errors before all else, then by the
/// points of the overall score they would bring back.
pub(super) fn advice(checks: &[CheckResult], weights: &BTreeMap<Dimension, u16>, count: usize) -> Vec<usize> {
    let criteria = criteria(checks);
    let mut failed: Vec<(bool, u64, usize)> = criteria
        .iter()
        .filter_map(|criterion| {
            let worst = criterion.worst?;
            let of_dimension: u64 =
                criteria.iter().filter(|other| other.dimension == criterion.dimension).map(|other| other.weight).sum();
            let weight = u64::from(weights.get(&criterion.dimension).copied().unwrap_or(0));
            let gain = weight * criterion.weight * (WHOLE - criterion.share) / of_dimension.max(1);
            Some((checks[worst].critical, gain, worst))
        })
        .collect();
    failed.sort_by_key(|(critical, gain, index)| (std::cmp::Reverse((*critical, *gain)), *index));
    failed.into_iter().take(count).map(|(_, _, index)| index).collect()
}

/// A French mark out of 20 with one decimal: `17,5`. Whole arithmetic, half up.
pub fn french_mark(points: Points) -> String {
    let tenths = rounded(u64::from(points.0), 5);
    format!("{},{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn result(check: &str, dimension: Dimension, weight: u16, share: u16, outcome: CheckOutcome) -> CheckResult {
        CheckResult {
            check: check.into(),
            subject: None,
            subject_title: None,
            dimension,
            weight,
            share,
            outcome,
            critical: false,
            evidence: Vec::new(),
        }
    }

    #[test]
    fn a_criterion_is_the_share_of_its_results_and_what_does_not_apply_is_left_out() {
        use CheckOutcome::*;
        let checks = [
            result("a", Dimension::Listening, 3, 1, Passed),
            result("b", Dimension::Listening, 1, 1, Passed),
            result("b", Dimension::Listening, 1, 1, Failed),
            result("b", Dimension::Listening, 1, 2, Failed),
            result("c", Dimension::Listening, 50, 1, NotApplicable),
            result("d", Dimension::TimeManagement, 1, 1, Failed),
        ];
        let points = dimensions(&checks);
        // (3·1 + 1·¼) / 4
        assert_eq!(points[&Dimension::Listening], Some(Points(813)));
        assert_eq!(points[&Dimension::TimeManagement], Some(Points(0)));
        assert_eq!(points[&Dimension::CrmDataEntry], None);
        let weights =
            [(Dimension::Listening, 30), (Dimension::TimeManagement, 10), (Dimension::CrmDataEntry, 60)].into();
        assert_eq!(overall(&points, &weights), Points(610));
        assert_eq!(advice(&checks, &weights, 3), [5, 3]);
    }

    #[test]
    fn french_marks() {
        for (points, mark) in [(875, "17,5"), (1000, "20,0"), (0, "0,0"), (703, "14,1"), (702, "14,0")] {
            assert_eq!(french_mark(Points(points)), mark);
        }
    }

    proptest! {
        #[test]
        fn points_stay_in_their_range(results in prop::collection::vec((0..9usize, 0..6usize, 0..2000u16, 1..300u16, 0..3usize), 0..60)) {
            let all = [Dimension::HEADLINE.as_slice(), &[Dimension::Compliance]].concat();
            let outcomes = [CheckOutcome::Passed, CheckOutcome::Failed, CheckOutcome::NotApplicable];
            let checks: Vec<_> = results
                .iter()
                .map(|(id, dimension, weight, share, outcome)| result(&format!("c{id}"), all[*dimension], *weight, *share, outcomes[*outcome]))
                .collect();
            let weights = Dimension::HEADLINE.into_iter().map(|dimension| (dimension, 20)).collect();
            let points = dimensions(&checks);
            prop_assert!(points.values().flatten().all(|points| points.0 <= 1000));
            prop_assert!(overall(&points, &weights).0 <= 1000);
            prop_assert!(advice(&checks, &weights, 3).iter().all(|index| checks[*index].outcome == CheckOutcome::Failed));
        }
    }
}
