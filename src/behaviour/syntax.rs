//! What the parser reports, in our own codes: its words are English only, ours come from the localisation files.

use super::ScriptProblem;
use super::vocabulary::{FORBIDDEN, HOOKS};
use rhai::{LexError, ParseError, ParseErrorType as Kind, Position};

pub(super) fn problem(code: &'static str, at: Position, arguments: &[(&'static str, &str)]) -> ScriptProblem {
    ScriptProblem {
        line: at.line().unwrap_or(1) as u32,
        column: at.position().unwrap_or(1) as u32,
        code,
        arguments: arguments.iter().map(|(name, value)| (*name, clip(value))).collect(),
        nearest: None,
    }
}

/// Reports quote what was written; a hostile script must not make them endless.
fn clip(text: &str) -> String {
    text.chars().take(80).map(|character| if character.is_control() { ' ' } else { character }).collect()
}

pub(super) fn parse_problem(error: &ParseError) -> ScriptProblem {
    let at = error.position();
    let syntax = |kind: &str, what: &str| problem("S001", at, &[("kind", kind), ("what", what)]);
    match error.err_type() {
        Kind::UnexpectedEOF => syntax("end", ""),
        Kind::MissingToken(token, _) => syntax("missing", token),
        Kind::MissingSymbol(what) => syntax("missing", what),
        Kind::UnknownOperator(operator) => syntax("operator", operator),
        Kind::ExprExpected(_) | Kind::PropertyExpected | Kind::VariableExpected => syntax("expression", ""),
        Kind::BadInput(LexError::UnterminatedString) => syntax("unterminated_text", ""),
        Kind::BadInput(LexError::UnexpectedInput(word) | LexError::ImproperSymbol(word, _))
            if FORBIDDEN.contains(&word.as_str()) =>
        {
            reserved(at, word)
        }
        Kind::BadInput(LexError::UnexpectedInput(input)) => syntax("unexpected", input),
        Kind::BadInput(LexError::ImproperSymbol(symbol, _)) => syntax("unexpected", symbol),
        Kind::BadInput(LexError::MalformedNumber(number)) => syntax("number", number),
        Kind::BadInput(LexError::MalformedEscapeSequence(escape)) => syntax("escape", escape),
        Kind::BadInput(LexError::StringTooLong(_)) => problem("S002", at, &[("kind", "text")]),
        Kind::ExprTooDeep => problem("S002", at, &[("kind", "depth")]),
        Kind::TooManyFunctions => problem("S002", at, &[("kind", "functions")]),
        Kind::LiteralTooLarge(..) => problem("S002", at, &[("kind", "list")]),
        Kind::Reserved(word) => reserved(at, word),
        Kind::VariableUndefined(name) => problem("S004", at, &[("name", name)]),
        Kind::FnDuplicatedDefinition(name, _) => problem("S016", at, &[("name", name)]),
        Kind::FnMissingName | Kind::FnMissingParams(_) | Kind::FnMissingBody(_) | Kind::FnDuplicatedParam(..) => {
            syntax("function", "")
        }
        Kind::WrongFnDefinition => syntax("nested_function", ""),
        Kind::LoopBreak => syntax("break", ""),
        Kind::AssignmentToConstant(name) => syntax("constant", name),
        Kind::AssignmentToInvalidLHS(_) => syntax("assignment", ""),
        other => syntax("other", &other.to_string()),
    }
}

fn reserved(at: Position, word: &str) -> ScriptProblem {
    // A forbidden word is what the author wrote on purpose; any other reserved word is a slip of syntax.
    let kind = if FORBIDDEN.contains(&word) || ["import", "export"].contains(&word) { "forbidden" } else { "reserved" };
    problem("S003", at, &[("name", word), ("kind", kind)])
}

/// `on_start, on_heard …`
pub(super) fn hook_names() -> String {
    HOOKS.iter().map(|hook| hook.name).collect::<Vec<_>>().join(", ")
}
