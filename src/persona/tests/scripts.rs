use super::fixture::{heard, play, scripted, stimulus, written};
use crate::persona::{Mind, Stimulus};

#[test]
fn a_script_decides_and_may_ask_for_the_usual() {
    let persona = scripted(
        r#"
        fn on_start(me) { say("anna.hello") }
        fn on_heard(me, heard) {
            if heard.means("x") { return [say("anna.x"), usual()] }
            if heard.means("y") { return [mood("trust", 20), remember("y"), hang_up("no_trust"), say("anna.bye")] }
            if heard.means("w") { return [usual(), say("anna.w"), say("anna.more")] }
            if heard.means("z") { return [] }
            if me.remembers("never") { remember("never") }
        }
        "#,
    );
    let mut mind = Mind::new(&persona, false, 1);
    let steps = play(&mut mind, &["start", "#x ask_identity", "#z ask_identity", "inform", "#w ?since", "#y", "greet"]);
    assert_eq!(
        steps,
        [
            "anna.hello",
            // Two lines at most: the script's own and one more.
            "anna.x reveal:name",
            "",
            "stock.acknowledge",
            // The answer is never dropped.
            "reveal:since anna.w anna.more",
            "trust:20 remember:y anna.bye hang_up:NoTrust",
            "",
        ]
    );
}

#[test]
fn what_cannot_be_done_twice_is_done_as_people_would() {
    let persona = scripted(
        r#"
        fn on_heard(me, heard) {
            if heard.means("tell") { return reveal("bill") }
            if heard.means("object") { return raise("price") }
            if heard.means("yield") { return lift("price") }
            if heard.means("boss") { return demand_supervisor() }
        }
        "#,
    );
    let mut mind = Mind::new(&persona, true, 1);
    let steps = play(
        &mut mind,
        &["#tell", "#tell", "#yield", "#object", "#object", "#yield", "#yield", "#object", "#boss", "#boss"],
    );
    assert_eq!(
        steps,
        [
            "reveal:bill",
            "anna.bill_again",
            "",
            "raise:price",
            "anna.price",
            "lift:price",
            "",
            "anna.price",
            "supervisor",
            ""
        ]
    );
}

#[test]
fn a_failing_script_is_reported_and_the_usual_done() {
    for body in ["loop {}", "reveal(\"no\" + \"ne\")", "1 / 0", "[[[[[1]]]]]", "let s = \"a\"; loop { s += s; }"] {
        let persona = scripted(&format!("fn on_heard(me, heard) {{ {body} }}"));
        let mut mind = Mind::new(&persona, false, 1);
        let reaction = mind.react(&heard("?name"));
        assert_eq!(written(&reaction.effects), "reveal:name", "{body}");
        assert!(reaction.failure.is_some(), "{body}");
    }
}

#[test]
fn no_script_keeps_a_customer_from_leaving() {
    let persona = scripted("fn on_heard(me, heard) { [mood(\"patience\", 100), say(\"anna.more\")] }");
    let mut mind = Mind::new(&persona, false, 1);
    let steps = play(&mut mind, &["rude", "rude"]);
    assert_eq!(steps[1], "patience:100 stock.goodbye_angry hang_up:Insulted");
    let persona = scripted(
        "fn on_heard(me, heard) { if me.remembers(\"hurt\") { [settle(\"broken_off\"), say(\"anna.bye\"), hang_up(\"insulted\")] } else { remember(\"hurt\") } }",
    );
    let mut mind = Mind::new(&persona, false, 1);
    assert_eq!(play(&mut mind, &["rude", "rude"])[1], "settle:broken_off anna.bye hang_up:Insulted");
}

#[test]
fn what_was_told_is_put_right_before_anything_else() {
    let agrees = "fn on_heard(me, heard) { say(\"anna.exactly\") }";
    let mut mind = Mind::new(&scripted(agrees), false, 1);
    let steps =
        play(&mut mind, &["start", "restate !bill", "restate !bill", "restate !bill", "restate", "restate !bill"]);
    // Twice is enough: who is misheard for ever would never come to the point.
    let no = "stock.misquoted anna.bill_again";
    assert_eq!(steps[1..], [no, no, "anna.exactly", "anna.exactly", no]);

    let own = format!("{agrees} fn on_misquoted(me, heard) {{ if heard.misquotes(\"bill\") {{ say(\"anna.no\") }} }}");
    let mut mind = Mind::new(&scripted(&own), false, 1);
    assert_eq!(
        play(&mut mind, &["start", "restate !bill", "restate", "restate !since"])[1..],
        ["anna.no", "anna.exactly", "stock.misquoted anna.since"]
    );
}

#[test]
fn every_stimulus_reaches_its_hook() {
    let persona = scripted(
        r#"
        fn on_silence(me, silence) { if silence.seconds == 10 && me.seconds == 90 { say("a") } }
        fn on_hold(me, hold) { say(hold.stage + if hold.announced { "!" } else { "?" } + hold.seconds) }
        fn on_interrupted(me, cut) { if cut.percent == 30 { say("c") } }
        fn on_transfer(me, transfer) { if transfer.warm && !transfer.announced { say("d") } }
        fn on_end(me) { say("e") }
        "#,
    );
    let mut mind = Mind::new(&persona, false, 1);
    mind.pass(90_500);
    let steps =
        play(&mut mind, &["silence 10", "hold announced", "holding 15", "back 20", "cut 30", "transfer", "end"]);
    assert_eq!(steps, ["a", "started!0", "goes_on!15", "ended!20", "c", "d", "e"]);
    assert!(mind.react(&stimulus("end")).effects.is_empty());
    assert!(mind.react(&Stimulus::Start).effects.is_empty());
}
