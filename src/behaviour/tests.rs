use super::*;
use crate::mood::Mood;
use crate::moves::Move;

fn view() -> View {
    View {
        level: crate::level::Level::Usual,
        mood: Mood { patience: 60, trust: 50, confusion: 10, interest: 40 },
        turn: 3,
        seconds: 42,
        told: [FactId::from("bill")].into(),
        said: [LineId::from("anna.hello")].into(),
        raised: [ObjectionId::from("price"), ObjectionId::from("time")].into(),
        lifted: [ObjectionId::from("time")].into(),
        memory: [("promise".to_owned(), "friday".to_owned())].into(),
        settled: false,
        known: Arc::new(Known {
            facts: [FactId::from("bill"), FactId::from("name")].into(),
            objections: [ObjectionId::from("price"), ObjectionId::from("time")].into(),
        }),
    }
}

fn heard() -> Occasion {
    Occasion::Heard(HeardView {
        moves: vec![Move::Greet],
        intents: vec![IntentId::from("refund")],
        asked: vec![FactId::from("bill")],
        values: vec![("amount".to_owned(), "EUR 29.90".to_owned())],
        words: 7,
        misquoted: vec![FactId::from("bill")],
    })
}

fn run(body: &str) -> Result<Vec<Wish>, ScriptFailure> {
    let script = Behaviour::compile(&format!("fn on_heard(me, heard) {{ {body} }}"));
    script.unwrap_or_else(|problems| panic!("{body}: {problems:?}")).run_hook(view(), &heard())
}

fn say(line: &str) -> Wish {
    Wish::Do(Effect::Say(LineId::from(line)))
}

#[test]
fn a_persona_without_script_or_hook_does_the_usual() {
    assert_eq!(Behaviour::none().run_hook(view(), &heard()), Ok(vec![Wish::Usual]));
    let script = Behaviour::compile("fn on_start(me) { say(\"a.b\") }").expect("valid");
    assert_eq!(script.run_hook(view(), &heard()), Ok(vec![Wish::Usual]));
    assert_eq!(script.run_hook(view(), &Occasion::Start), Ok(vec![say("a.b")]));
}

#[test]
fn every_view_shows_what_it_should() {
    let yes = [
        "me.patience == 60 && me.trust == 50 && me.confusion == 10 && me.interest == 40",
        "me.turn == 3 && me.seconds == 42 && me.open_objections == 1 && !me.settled",
        r#"me.told("bill") && !me.told("name") && me.said("anna.hello") && !me.said("anna.other")"#,
        r#"me.raised("price") && !me.lifted("price") && me.lifted("time")"#,
        r#"me.remembers("promise") && me.memory("promise") == "friday" && me.memory("other") == """#,
        r#"heard.did("greet") && !heard.did("rude") && heard.means("refund") && heard.asks("bill")"#,
        r#"heard.value("amount") == "EUR 29.90" && heard.value("date") == "" && heard.words == 7 && heard.understood"#,
        r#""a" in ["b", "a"] && ["a"].contains("a") && "abc".starts_with("ab") && max(1, 2) == 2 && -abs(-3) == -3"#,
        r#"let n = 0; for i in 0..4 { n += i }; n == 6"#,
        r#"let all = [1]; all += 2; all.push(3); all.len() == 3 && all[1] == 2 && `n${all.len()}` == "n3""#,
    ];
    for condition in yes {
        let memory = r#"remember("promise"), remember("other")"#;
        let body = match condition.rsplit_once("; ") {
            Some((before, last)) => format!("{before}; if {last} {{ [say(\"yes\"), {memory}] }}"),
            None => format!("if {condition} {{ [say(\"yes\"), {memory}] }}"),
        };
        let wishes = run(&body);
        assert_eq!(wishes.expect(condition).first(), Some(&say("yes")), "{condition}");
    }
}

#[test]
fn occasions_show_their_own_numbers() {
    let script = r#"
        fn on_silence(me, silence) { if silence.seconds == 10 { sigh() } }
        fn on_hold(me, hold) { if hold.stage == "goes_on" && hold.announced && hold.seconds == 30 { sigh() } }
        fn on_interrupted(me, cut) { if cut.percent == 40 { sigh() } }
        fn on_transfer(me, transfer) { if transfer.warm && !transfer.announced { sigh() } }
        fn on_end(me) { pass_on() }
    "#;
    let script = Behaviour::compile(script).expect("valid");
    let sigh = Ok(vec![Wish::Do(Effect::Sigh)]);
    assert_eq!(script.run_hook(view(), &Occasion::Silence { seconds: 10 }), sigh);
    let hold = Occasion::Hold { stage: HoldStage::GoesOn, announced: true, seconds: 30 };
    assert_eq!(script.run_hook(view(), &hold), sigh);
    assert_eq!(script.run_hook(view(), &Occasion::Interrupted { percent: 40 }), sigh);
    assert_eq!(script.run_hook(view(), &Occasion::Transfer { warm: true, announced: false }), sigh);
    assert_eq!(script.run_hook(view(), &Occasion::End), Ok(vec![Wish::Do(Effect::PassOn)]));
}

#[test]
fn every_effect_comes_out_in_order() {
    let wishes = run(r#"[
        say("a"), reveal("name"), raise("price"), lift("price"), mood("trust", -500), remember("k"), [remember("k", "v")],
        settle("sold"), pass_on(), demand_supervisor(), sigh(), (), usual(), hang_up("no_trust")
    ]"#);
    let expected = [
        Effect::Say("a".into()),
        Effect::Reveal("name".into()),
        Effect::Raise("price".into()),
        Effect::Lift("price".into()),
        Effect::Mood(MoodTrait::Trust, -100),
        Effect::Remember("k".into(), String::new()),
        Effect::Remember("k".into(), "v".into()),
        Effect::Settle("sold".into()),
        Effect::PassOn,
        Effect::DemandSupervisor,
        Effect::Sigh,
    ];
    let mut expected: Vec<Wish> = expected.into_iter().map(Wish::Do).collect();
    expected.extend([Wish::Usual, Wish::Do(Effect::HangUp(HangUpReason::NoTrust))]);
    assert_eq!(wishes, Ok(expected));
}

#[test]
fn names_built_at_run_time_must_exist() {
    for (body, expected) in [
        (r#"let f = "na" + "mme"; reveal(f)"#, "no such fact: namme"),
        (r#"let o = "x"; [sigh(), raise(o)]"#, "no such objection: x"),
        (r#"let t = "x"; mood(t, 1)"#, "no such feeling: x"),
        (r#"let r = "x"; hang_up(r)"#, "no such reason to hang up: x"),
        (r#"let m = "x"; if heard.did(m) { sigh() }"#, "no such move: x"),
        (r#"let f = "x"; if me.told(f) { sigh() }"#, "no such fact: x"),
        ("42", "a hook returns effects"),
        ("[sigh(), \"a\"]", "a hook returns effects"),
        ("throw \"enough\"", "enough"),
        ("1 / 0", "Division by zero"),
    ] {
        let failure = run(body).expect_err(body);
        assert!(failure.message.contains(expected), "{body}: {failure:?}");
    }
}

#[test]
fn a_failure_says_where() {
    let script = "fn deep(x) {\n    let t = \"x\";\n    mood(t, x)\n}\nfn on_start(me) { deep(1) }";
    let script = Behaviour::compile(script).expect("valid");
    let failure = script.run_hook(view(), &Occasion::Start).expect_err("unknown feeling");
    assert_eq!((failure.line, failure.column, failure.message.as_str()), (3, 5, "no such feeling: x"));
}

#[test]
fn hostile_scripts_stop_with_a_failure() {
    for body in [
        "loop {}",
        "while true { }",
        "let n = 0; while n >= 0 { n += 1; } sigh()",
        "for i in 0..9000000000000000000 { } sigh()",
        "try { loop {} } catch { loop {} }",
        "let s = \"ab\"; loop { s += s; }",
        "let a = [1]; loop { a += a; }",
        "let a = [1]; loop { a.push(1); }",
        "let a = []; loop { a = [a]; }",
        "let a = []; loop { let b = []; b.push(a); a = b; }",
        "let m = #{}; let i = 0; loop { m[`k${i}`] = i; i += 1; }",
        "let m = #{}; loop { m = #{ a: m }; }",
        "let n = 9223372036854775807; n + 1",
        "let a = []; for i in 0..20 { a += sigh(); } a",
    ] {
        assert!(run(body).is_err(), "{body}");
    }
    let recursive = Behaviour::compile("fn f(n) { f(n + 1) } fn on_start(me) { f(0) }").expect("valid");
    assert!(recursive.run_hook(view(), &Occasion::Start).is_err());
}

#[test]
fn hostile_texts_are_refused_and_nothing_more() {
    let repeated = |open: &str, close: &str, times: usize| {
        format!("fn on_start(me) {{ {}1{} }}", open.repeat(times), close.repeat(times))
    };
    let texts = [
        repeated("(", ")", 20_000),
        repeated("[", "]", 20_000),
        repeated("{", "}", 20_000),
        repeated("-", "", 20_000),
        repeated("!", "", 20_000),
        repeated("1+", "", 20_000),
        repeated("1-(", ")", 10_000),
        repeated("if true {", "}", 5_000),
        repeated("if true {} else ", "{}", 3_000),
        repeated("me.", "", 20_000),
        repeated("me[", "]", 10_000),
        repeated("x = ", "", 10_000),
        repeated("f(", ")", 10_000),
        repeated("`${", "}`", 10_000),
        repeated("switch 1 { 1 => ", "}", 3_000),
        repeated("#{a:", "}", 10_000),
        repeated("while true {", "}", 5_000),
        repeated("let a = 1; ", "", 5_000),
        repeated("true && ", "", 8_000),
        repeated("true || (", ")", 6_000),
        "fn ".repeat(20_000),
        "/*".repeat(30_000),
        "\"".repeat(30_001),
        "a".repeat(1 << 20),
        "\u{0}\u{feff}\u{202e}é".repeat(100),
        format!("fn on_start(me) {{ say(\"{}\") }}", "x".repeat(60_000)),
    ];
    for text in texts {
        if let Err(problems) = Behaviour::compile(&text) {
            assert!(!problems.is_empty() && problems.len() <= MAX_PROBLEMS);
        }
    }
    for word in ["eval(\"1\")", "print(\"1\")", "import \"x\"", "|x| x", "Fn(\"f\")", "debug(1)", "this.x"] {
        let problems = Behaviour::compile(&format!("fn on_start(me) {{ {word} }}")).expect_err(word);
        assert!(["S001", "S003", "S007"].contains(&problems[0].code), "{word}: {problems:?}");
    }
}

#[test]
fn mentions_say_what_a_script_names_and_where() {
    let script = "fn on_heard(me, heard) {\n    if heard.did(\"greet\") { return say(\"anna.hi\") }\n    if me.told(\"bill\") && heard.means(\"refund\") {\n        return [settle(\"done\"), mood(\"trust\", 5), raise(if me.trust > 3 { \"price\" } else { \"time\" })]\n    }\n    [say(\"a\" + \"b\"), say(if heard.asks(\"name\") { \"é.x\" } else { \"y\" }), remember(heard.value(\"date\"))]\n}";
    let script = Behaviour::compile(script).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mentions: Vec<(MentionKind, String, u32, u32)> = script
        .mentions()
        .into_iter()
        .map(|mention| (mention.kind, mention.name, mention.line, mention.column))
        .collect();
    use MentionKind::*;
    let expected = [
        (Move, "greet", 2, 18),
        (Line, "anna.hi", 2, 40),
        (Fact, "bill", 3, 16),
        (Intent, "refund", 3, 39),
        (Outcome, "done", 4, 24),
        (MoodTrait, "trust", 4, 38),
        (Objection, "price", 4, 75),
        (Objection, "time", 4, 92),
        (Fact, "name", 6, 40),
        (Line, "é.x", 6, 50),
        (Line, "y", 6, 65),
        (Entity, "date", 6, 94),
    ];
    let expected: Vec<_> =
        expected.into_iter().map(|(kind, name, line, column)| (kind, name.to_owned(), line, column)).collect();
    assert_eq!(mentions, expected);
}
