//! The usual reaction: what a customer does when no script says otherwise. A list of small rules; the first that
//! has an answer gives it.

use super::{Effect, Heard, Mind, Stimulus, courtesy, facts, objections, talk, waiting};
use crate::behaviour::Effect::{Lift, Raise, Reveal, Say};

type Rule = fn(&mut Mind, &Heard) -> Option<Vec<Effect>>;

/// What weighs most comes first.
const RULES: &[Rule] = &[
    courtesy::insulted,
    courtesy::not_understood,
    courtesy::opted_out,
    courtesy::wants_supervisor,
    facts::misquoted,
    objections::answered,
    objections::dug,
    objections::raised,
    objections::pressed,
    facts::asked,
    facts::identity,
    waiting::asked_to_hold,
    waiting::told_of_transfer,
    courtesy::offered_more,
    courtesy::took_leave,
    courtesy::checked,
    courtesy::slighted,
    talk::declines,
    talk::lost,
    talk::concluded,
    talk::confirmed,
    talk::invited,
    talk::questioned,
    talk::noted,
];

/// What the customer usually does; at most `lines` lines of it are spoken.
pub(super) fn usual(mind: &mut Mind, stimulus: &Stimulus, announced_hold: bool, lines: usize) -> Vec<Effect> {
    let effects = match stimulus {
        Stimulus::Start => start(mind),
        Stimulus::Heard(heard) => RULES.iter().find_map(|rule| rule(mind, heard)).unwrap_or_default(),
        Stimulus::Silence { silent_ms } => waiting::silence(mind, *silent_ms),
        Stimulus::HoldStarted { .. } | Stimulus::HoldGoesOn { .. } | Stimulus::End => Vec::new(),
        Stimulus::HoldEnded { hold_ms } => waiting::hold_ended(mind, *hold_ms, announced_hold),
        Stimulus::Interrupted { .. } => waiting::interrupted(mind),
        Stimulus::Transfer { announced, .. } => waiting::transferred(mind, *announced),
    };
    let mut spoken = 0;
    let fits = |effect: &Effect| {
        spoken += usize::from(is_spoken(effect));
        !is_spoken(effect) || spoken <= lines
    };
    effects.into_iter().filter(fits).collect()
}

/// Inbound: why he calls, and more if he is that kind. Outbound: hello.
fn start(mind: &mut Mind) -> Vec<Effect> {
    match mind.facts.next().filter(|_| !mind.outbound) {
        Some(reason) => {
            let more = if mind.tells_more() { mind.facts.after(&reason) } else { None };
            [Some(reason), more].into_iter().flatten().map(Reveal).collect()
        }
        None => vec![mind.stock(crate::pack::stock::StockLine::Hello)],
    }
}

/// Whether the customer opens his mouth for it.
pub(super) fn is_spoken(effect: &Effect) -> bool {
    matches!(effect, Say(_) | Reveal(_) | Raise(_) | Lift(_))
}
