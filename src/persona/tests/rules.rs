//! Each rule of the usual reaction: a conversation, and what its last step leads to. `a|b` = either of them.

use super::fixture::{anna, play, scripted};
use crate::pack::model::{Emotion, Persona, Temperament};
use crate::persona::Mind;

type Case = (&'static str, &'static [&'static str], &'static str);

fn check(persona: &Persona, outbound: bool, cases: &[Case]) {
    let mut wrong = Vec::new();
    for (what, steps, expected) in cases {
        let mut mind = Mind::new(persona, outbound, 7);
        let last = play(&mut mind, steps).pop().expect("a step");
        if !expected.split('|').any(|one| one == last) {
            wrong.push(format!("{what}: expected {expected:?}, got {last:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn tempered(patience: u8, interest: u8, talkativeness: u8) -> Persona {
    let persona = anna();
    Persona { temperament: Temperament { patience, interest, talkativeness, ..persona.temperament }, ..persona }
}

#[test]
fn inbound_customers_react_to_what_is_said() {
    check(
        &anna(),
        false,
        &[
            ("tells why she calls", &["start"], "reveal:bill"),
            ("is asked why she calls, not for more", &["greet offer_help open_question ?since"], "reveal:bill"),
            ("goes on when invited", &["start", "greet offer_help open_question"], "reveal:budget|reveal:since"),
            ("goes on when listened to", &["start", "backchannel"], "reveal:budget|reveal:since"),
            ("answers what is asked", &["start", "closed_question ?contract"], "reveal:contract"),
            ("answers two questions", &["start", "?contract ?name"], "reveal:name reveal:contract"),
            ("answers no third one", &["start", "?contract ?name ?since"], "reveal:since reveal:name"),
            ("opens with a repeat of nothing", &["start", "greet ?bill"], "reveal:budget|reveal:since"),
            (
                "notices being asked twice",
                &["start", "greet", "closed_question ?bill"],
                "stock.you_asked_already anna.bill_again|stock.already_told anna.bill_again",
            ),
            ("does not mind being summed up", &["start", "greet", "restate ?bill"], "stock.yes_question"),
            ("confirms a summary", &["start", "restate empathise"], "stock.yes_question"),
            (
                "confirms and goes on",
                &["start", "restate open_question"],
                "stock.yes_question reveal:budget|stock.yes_question reveal:since",
            ),
            ("agrees to what is proposed", &["start", "ask_commitment"], "stock.yes_question"),
            ("keeps a secret from strangers", &["start", "closed_question ?bank"], "stock.dont_trust"),
            ("says who she is", &["start", "ask_identity"], "reveal:name reveal:contract"),
            ("says the rest of who she is", &["start", "?name", "ask_identity"], "reveal:contract"),
            (
                "has said who she is",
                &["start", "ask_identity", "ask_identity"],
                "stock.you_asked_already anna.name|stock.already_told anna.name",
            ),
            ("waits when asked", &["start", "announce_hold closed_question"], "stock.hold_accepted"),
            ("may be passed on", &["start", "announce_transfer"], "stock.transfer_accepted"),
            ("takes note", &["start", "inform"], "stock.acknowledge"),
            (
                "does not take note three times running",
                &["start", "inform", "inform", "inform"],
                "reveal:budget|reveal:since",
            ),
            (
                "asks to go on when all is told",
                &["start", "?budget", "?since", "inform", "inform", "inform"],
                "stock.go_on",
            ),
            ("does not understand", &["start", ""], "stock.not_understood"),
            ("does not understand again", &["start", "", ""], "stock.not_understood_again"),
            ("understands in between", &["start", "", "greet", ""], "stock.not_understood"),
            ("understands a number", &["start", "=amount:EUR 1.00"], "reveal:budget|reveal:since"),
            ("is lost in jargon", &["start", "inform jargon"], "stock.confused"),
            ("is insulted", &["start", "rude"], "stock.insulted"),
            ("hangs up when insulted twice", &["start", "rude", "rude"], "stock.goodbye_angry hang_up:Insulted"),
            ("takes a reproach badly", &["start", "blame_customer"], "stock.impatient|stock.angry"),
            ("has more to tell", &["start", "offer_further_help"], "reveal:budget|reveal:since"),
            ("protests when left alone", &["start", "take_leave"], "stock.confused"),
            ("leaves unsatisfied", &["start", "take_leave", "take_leave"], "stock.goodbye_angry hang_up:OutOfPatience"),
            ("is not content yet", &["start", "check_resolved"], "stock.confused|stock.go_on"),
            ("says goodbye before a transfer", &["start", "announce_transfer", "take_leave"], "stock.goodbye"),
            ("asks back", &["start", "closed_question"], "stock.ask_back"),
            ("nods", &["start", "propose closed_question"], "stock.acknowledge"),
            ("tells how it is now", &["start", "greet", "instruct", "closed_question ?bill"], "anna.bill_again"),
            ("insult comes first", &["start", "rude ?name take_leave"], "stock.insulted"),
            ("a question comes before a goodbye", &["start", "?name take_leave"], "reveal:name"),
        ],
    );
}

#[test]
fn objections_are_raised_kept_up_and_lifted() {
    check(
        &anna(),
        true,
        &[
            ("raises", &["start", "propose #offer"], "raise:price"),
            ("an objection comes before an answer", &["start", "propose #offer ?name"], "raise:price"),
            ("keeps it up unacknowledged", &["start", "#offer", "inform #saving"], "anna.price_still"),
            ("gives in to the same answer", &["start", "#offer", "inform #saving", "inform #saving"], "lift:price"),
            ("is content to be understood", &["start", "#offer", "empathise #saving"], "lift:price"),
            ("tells the reason", &["start", "#offer", "open_question"], "anna.price_reason"),
            ("tells it once", &["start", "#offer", "open_question", "open_question"], "reveal:bill"),
            ("gives it up", &["start", "#offer", "acknowledge_objection", "#saving"], "lift:price"),
            ("gives it up at once", &["start", "#offer", "acknowledge_objection #saving"], "lift:price"),
            (
                "what came before does not count",
                &["start", "acknowledge_objection #offer", "#saving"],
                "anna.price_still",
            ),
            (
                "once lifted is lifted",
                &["start", "#offer", "acknowledge_objection #saving", "propose #offer"],
                "stock.acknowledge",
            ),
            ("will not decide", &["start", "#offer", "ask_commitment"], "anna.price_still"),
            ("declines when pressed", &["start", "#offer", "ask_commitment", "ask_commitment"], "stock.refusal"),
            (
                "one at a time",
                &["start", "#offer #visit", "acknowledge_objection #quick #saving"],
                "lift:time raise:price|lift:price raise:time",
            ),
        ],
    );
    let mut mind = Mind::new(&anna(), true, 7);
    play(&mut mind, &["start", "#offer"]);
    assert_eq!(mind.open_objections(), ["price".into()]);
    play(&mut mind, &["acknowledge_objection #saving"]);
    assert!(mind.open_objections().is_empty());
}

#[test]
fn outbound_customers_wait_decline_and_leave() {
    check(
        &anna(),
        true,
        &[
            ("says hello", &["start"], "stock.hello"),
            ("lets the caller go on", &["start", "greet identify_self identify_company"], "stock.go_on"),
            ("is who she is", &["start", "greet identify_self closed_question"], "stock.yes_question"),
            ("takes leave", &["start", "take_leave"], "stock.goodbye hang_up:NotInterested"),
            ("declines under pressure", &["start", "pressure"], "stock.refusal"),
        ],
    );
    let cold = tempered(60, 5, 0);
    check(
        &cold,
        true,
        &[
            ("declines", &["start", "propose"], "stock.refusal"),
            ("wants no more calls", &["start", "propose", "propose"], "stock.stop_calling"),
            (
                "is left alone",
                &["start", "propose", "propose", "respect_opt_out"],
                "stock.goodbye hang_up:NotInterested",
            ),
            (
                "is not left alone",
                &["start", "propose", "propose", "argue_benefit"],
                "stock.goodbye_angry hang_up:NotInterested",
            ),
        ],
    );
}

#[test]
fn settled_customers_are_content() {
    let settles = scripted(
        "fn on_heard(me, heard) { if heard.means(\"refund\") { [say(\"anna.good\"), settle(\"refunded\")] } }",
    );
    check(
        &settles,
        false,
        &[
            ("settles", &["start", "#refund"], "anna.good settle:refunded"),
            ("needs nothing else", &["start", "#refund", "offer_further_help"], "stock.no_further"),
            ("is content", &["start", "#refund", "check_resolved"], "stock.yes_question|stock.thanks"),
            ("says goodbye", &["start", "#refund", "thank take_leave"], "stock.goodbye hang_up:Satisfied"),
            (
                "says goodbye, asked in the same breath",
                &["start", "#refund", "offer_further_help take_leave"],
                "stock.goodbye hang_up:Satisfied",
            ),
            ("is thankful", &["start", "#refund", "confirm_next_steps"], "stock.thanks|stock.acknowledge"),
            ("raises nothing more", &["start", "#refund", "propose #offer"], "stock.acknowledge"),
            ("is gone after goodbye", &["start", "#refund", "take_leave", "greet"], ""),
        ],
    );
}

#[test]
fn impatient_customers_escalate() {
    let persona = tempered(20, 50, 0);
    check(
        &persona,
        false,
        &[
            ("asks for the supervisor", &["start", "inform"], "stock.want_supervisor supervisor"),
            ("once", &["start", "inform", "inform"], "stock.impatient"),
            ("not when passed on", &["start", "announce_transfer"], "stock.transfer_accepted"),
            ("hangs up", &["start", "refuse deflect"], "stock.goodbye_angry hang_up:OutOfPatience"),
        ],
    );
    let mut calm = tempered(45, 50, 0);
    assert!(!play(&mut Mind::new(&calm, false, 1), &["start", "rude", "inform"])[2].contains("supervisor"));
    calm.facts[1].emotion = Some(Emotion::Anger);
    let mut mind = Mind::new(&calm, false, 1);
    assert_eq!(play(&mut mind, &["start", "rude", "inform"])[2], "stock.want_supervisor supervisor");
}

#[test]
fn waiting_has_consequences() {
    check(
        &anna(),
        false,
        &[
            ("nothing yet", &["start", "silence 3"], ""),
            ("is somebody there", &["start", "silence 4"], "stock.are_you_there"),
            ("asks no third time", &["start", "silence 4", "silence 4", "silence 4"], ""),
            ("complains", &["start", "silence 10"], "stock.silence_long|stock.are_you_there"),
            ("hangs up", &["start", "silence 30"], "stock.silence_long hang_up:Silence"),
            ("one moment, please", &["start", "announce_hold", "silence 10"], ""),
            ("is put on hold", &["start", "hold announced"], ""),
            ("is back", &["start", "announce_hold", "hold announced", "back 30"], "stock.back_from_hold"),
            ("had not been asked", &["start", "hold", "back 30"], "stock.hold_unannounced"),
            ("waited too long", &["start", "hold announced", "back 90"], "stock.hold_long"),
            ("does not mind the first time", &["start", "cut 90"], ""),
            ("minds the second", &["start", "cut 90", "cut 90"], "stock.interrupted"),
            ("knows of the transfer", &["start", "announce_transfer", "transfer announced"], ""),
            ("knows nothing of it", &["start", "transfer"], "stock.transfer_unannounced"),
            ("is hung up on", &["start", "end"], ""),
        ],
    );
    let mut mind = Mind::new(&anna(), false, 1);
    play(&mut mind, &["start", "hold"]);
    mind.pass(20 * 60_000);
    assert_eq!(play(&mut mind, &["holding 1200"]), ["hang_up:OutOfPatience"]);
}

#[test]
fn a_line_cut_off_may_be_asked_for_again() {
    let mut mind = Mind::new(&anna(), false, 1);
    let steps = play(&mut mind, &["start", "?since", "cut 20", "closed_question ?since"]);
    assert_eq!(steps[1..], ["reveal:since", "", "anna.since"]);
}

#[test]
fn talkative_customers_tell_more_and_drift() {
    let persona = tempered(90, 80, 100);
    let mut mind = Mind::new(&persona, false, 3);
    let steps = play(&mut mind, &["start", "silence 4"]);
    assert!(steps[0].starts_with("reveal:bill reveal:"), "{steps:?}");
    assert!(steps[1].starts_with("reveal:"), "{steps:?}");
    let drifting = (0..20).filter(|seed| {
        let mut mind = Mind::new(&persona, false, *seed);
        let steps = ["start", "inform", "inform", "inform", "inform", "inform", "inform"];
        play(&mut mind, &steps).iter().any(|step| step == "stock.drift")
    });
    assert!((5..=20).contains(&drifting.count()));
    let silent = play(&mut Mind::new(&anna(), false, 3), &["start", "inform", "inform", "inform", "inform"]);
    assert!(silent.iter().all(|step| step.split(' ').count() == 1 && step != "stock.drift"), "{silent:?}");
}

#[test]
fn the_bored_say_so() {
    check(&tempered(90, 5, 0), false, &[("bored", &["start", "inform"], "stock.bored")]);
}
