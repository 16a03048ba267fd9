//! The names a script gives in string literals, for the pack checker, which knows what exists.

use super::vocabulary::{EFFECTS, Takes, method, named};
use super::walk::{calls_in, functions};
use super::{Mention, MentionKind};
use rhai::{AST, ASTNode, Expr, Position};

pub(super) fn mentions(ast: &AST, text: &str) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for function in functions(ast, text) {
        calls_in(&function.statements, &mut |call, _| {
            let Some(function) = named(EFFECTS, &call.name).or_else(|| method(&call.name)) else { return };
            let Some(form) = function.forms.iter().find(|form| form.len() == call.args.len()) else { return };
            for (takes, argument) in form.iter().zip(&call.args) {
                if let Takes::Name(kind) = takes {
                    literals(argument, &mut |name, at| mentions.push(mention(*kind, name, at)));
                }
            }
        });
    }
    mentions.sort_by_key(|mention| (mention.line, mention.column));
    mentions.dedup();
    mentions
}

fn mention(kind: MentionKind, name: &str, at: Position) -> Mention {
    Mention {
        kind,
        name: name.to_owned(),
        line: at.line().unwrap_or(1) as u32,
        column: at.position().unwrap_or(1) as u32,
    }
}

/// The texts an argument can be: itself, or what the branches of `if` and `switch` end in. Pieces of texts put
/// together, what is compared and what is given to other functions are no names.
fn literals(argument: &Expr, each: &mut dyn FnMut(&str, Position)) {
    let mut path = Vec::new();
    argument.walk(&mut path, &mut |path| {
        if let Some(ASTNode::Expr(Expr::StringConstant(name, at))) = path.last() {
            let plain = path[..path.len() - 1].iter().all(|node| {
                !matches!(
                    node,
                    ASTNode::Expr(
                        Expr::FnCall(..)
                            | Expr::MethodCall(..)
                            | Expr::Dot(..)
                            | Expr::Index(..)
                            | Expr::And(..)
                            | Expr::Or(..)
                            | Expr::InterpolatedString(..)
                            | Expr::Map(..)
                    )
                )
            });
            if plain {
                each(name, *at);
            }
        }
        true
    });
}
