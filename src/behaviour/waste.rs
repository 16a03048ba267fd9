//! Effects that are thrown away. An effect is a value: `say("a"); say("b")` only ever says `b`, which no author means.

use super::ScriptProblem;
use super::syntax::problem;
use super::vocabulary::{EFFECTS, named};
use super::walk::{calls_in, functions};
use rhai::{AST, Expr, Position, Stmt};

/// Reports effects in statements whose value nobody takes. The last statement of a function is what it returns.
pub(super) fn check(statements: &[Stmt], problems: &mut Vec<ScriptProblem>) {
    block(statements, true, problems);
}

fn block(statements: &[Stmt], used: bool, problems: &mut Vec<ScriptProblem>) {
    let last = statements.iter().rposition(|statement| !matches!(statement, Stmt::Noop(_)));
    for (at, statement) in statements.iter().enumerate() {
        inside(statement, used && Some(at) == last, problems);
    }
}

fn inside(statement: &Stmt, used: bool, problems: &mut Vec<ScriptProblem>) {
    match statement {
        Stmt::FnCall(call, at) if !used => lost(&call.name, *at, problems),
        Stmt::Expr(expression) => value(expression, used, problems),
        Stmt::If(flow, _) => {
            block(flow.body.statements(), used, problems);
            block(flow.branch.statements(), used, problems);
        }
        Stmt::Switch(switch, _) => {
            for arm in &switch.1.expressions {
                value(&arm.rhs, used, problems);
            }
        }
        Stmt::Block(inner) => block(inner.statements(), used, problems),
        Stmt::While(flow, _) | Stmt::Do(flow, ..) => block(flow.body.statements(), false, problems),
        Stmt::For(each, _) => block(each.2.body.statements(), false, problems),
        Stmt::TryCatch(flow, _) => {
            block(flow.body.statements(), used, problems);
            block(flow.branch.statements(), used, problems);
        }
        _ => {}
    }
}

fn value(expression: &Expr, used: bool, problems: &mut Vec<ScriptProblem>) {
    match expression {
        Expr::FnCall(call, at) if !used => lost(&call.name, *at, problems),
        Expr::Array(items, _) if !used => items.iter().for_each(|item| value(item, false, problems)),
        Expr::Stmt(inner) => block(inner.statements(), used, problems),
        _ => {}
    }
}

fn lost(name: &str, at: Position, problems: &mut Vec<ScriptProblem>) {
    if named(EFFECTS, name).is_some() {
        problems.push(problem("S012", at, &[("name", name)]));
    }
}

/// What is said with the line: nobody is there to hear it once the operator has hung up.
pub(super) fn unheard(ast: &AST, text: &str) -> Vec<ScriptProblem> {
    let mut unheard = Vec::new();
    for function in functions(ast, text).into_iter().filter(|function| function.name == "on_end") {
        calls_in(&function.statements, &mut |call, at| {
            if ["say", "reveal", "raise", "lift"].contains(&call.name.as_str()) {
                unheard.push(problem("S018", at, &[("name", &call.name)]));
            }
        });
    }
    unheard
}
