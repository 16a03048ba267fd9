//! Going through a parsed script: its functions, their calls, the names they declare.

use rhai::{AST, ASTNode, Expr, FnCallExpr, Position, Stmt};
use std::collections::BTreeSet;

/// A function of a script.
pub(super) struct FunctionBody {
    pub name: String,
    pub parameters: Vec<String>,
    pub statements: Vec<Stmt>,
    /// Where its name stands.
    pub at: Position,
}

/// All functions, in the order they are written.
pub(super) fn functions(ast: &AST, text: &str) -> Vec<FunctionBody> {
    // rhai does not let a body be had from its function, but it walks through all of them: the place tells whose it is.
    let mut statements = Vec::new();
    ast.walk(&mut |path| {
        if let [ASTNode::Stmt(statement)] = path {
            statements.push((*statement).clone());
        }
        true
    });
    let mut functions: Vec<FunctionBody> = ast
        .iter_fn_def()
        .map(|function| {
            let (start, end) = (function.body.start_position(), function.body.end_position());
            FunctionBody {
                name: function.name.to_string(),
                parameters: function.params.iter().map(ToString::to_string).collect(),
                statements: statements
                    .iter()
                    .filter(|statement| start <= statement.position() && statement.position() <= end)
                    .cloned()
                    .collect(),
                at: name_before(text, start, &function.name),
            }
        })
        .collect();
    functions.sort_by_key(|function| (function.at, function.name.clone()));
    functions
}

/// rhai keeps the place of a function's body only: its name is the last one before it.
fn name_before(text: &str, body: Position, name: &str) -> Position {
    let Some(body_line) = body.line() else { return body };
    let body_column = body.position().unwrap_or(1);
    let lines: Vec<&str> = text.split('\n').collect();
    for number in (body_line.saturating_sub(20).max(1)..=body_line).rev() {
        let Some(line) = lines.get(number - 1) else { continue };
        let end = if number == body_line {
            line.char_indices().nth(body_column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
        } else {
            line.len()
        };
        let head = &line[..end];
        let found = head.rmatch_indices(name).find(|(at, _)| {
            head[..*at].trim_end().ends_with("fn") && head[at + name.len()..].trim_start().starts_with('(')
        });
        if let Some((at, _)) = found {
            let column = head[..at].chars().count() + 1;
            return match (u16::try_from(number), u16::try_from(column)) {
                (Ok(line), Ok(column)) => Position::new(line, column),
                _ => body,
            };
        }
    }
    body
}

/// Calls `each` with every function and method call (operators left out) below these statements.
pub(super) fn calls_in(statements: &[Stmt], each: &mut dyn FnMut(&FnCallExpr, Position)) {
    let mut path = Vec::new();
    for statement in statements {
        statement.walk(&mut path, &mut |path| {
            if let Some(
                ASTNode::Expr(Expr::FnCall(call, at) | Expr::MethodCall(call, at))
                | ASTNode::Stmt(Stmt::FnCall(call, at)),
            ) = path.last()
                && call.op_token.is_none()
            {
                each(call, *at);
            }
            true
        });
    }
}

/// Every name a function declares anywhere in it: parameters, `let`, `const`, `for`, `catch`.
pub(super) fn declared(function: &FunctionBody) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = function.parameters.iter().cloned().collect();
    let mut path = Vec::new();
    for statement in &function.statements {
        statement.walk(&mut path, &mut |path| {
            match path.last() {
                Some(ASTNode::Stmt(Stmt::Var(variable, ..))) => drop(names.insert(variable.0.name.to_string())),
                Some(ASTNode::Stmt(Stmt::For(each, _))) => {
                    names.insert(each.0.name.to_string());
                    names.extend(each.1.as_ref().map(|counter| counter.name.to_string()));
                }
                Some(ASTNode::Stmt(Stmt::TryCatch(flow, _))) => {
                    if let Expr::Variable(variable, ..) = &flow.expr {
                        names.insert(variable.1.to_string());
                    }
                }
                _ => {}
            }
            true
        });
    }
    names
}
