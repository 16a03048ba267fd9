//! Checks of a script that the parser does not make: everything here is wrong in its meaning.

use super::ScriptProblem;
use super::syntax::{hook_names, problem};
use super::vocabulary::{
    EFFECTS, Function, HOOKS, Hook, PLAIN, REASONS, Takes, VIEWS, ViewType, method, named, reason, view,
};
use super::walk::{FunctionBody, calls_in, declared, functions};
use crate::diagnostic::nearest;
use rhai::{AST, ASTNode, Expr, FnCallExpr, Position, Stmt};
use std::collections::{BTreeMap, BTreeSet};

/// Everything wrong with a script that could be parsed, in no particular order.
pub(super) fn check(ast: &AST, text: &str) -> Vec<ScriptProblem> {
    let functions = functions(ast, text);
    let mut check = Check { own: BTreeMap::new(), problems: Vec::new() };
    for function in &functions {
        check.own.entry(function.name.clone()).or_default().insert(function.parameters.len());
    }
    for statement in ast.statements() {
        if !matches!(statement, Stmt::Noop(_)) {
            check.problems.push(problem("S013", statement.position(), &[]));
        }
    }
    for function in &functions {
        check.hook(function);
        check.body(function);
        super::waste::check(&function.statements, &mut check.problems);
    }
    check.memory(&functions);
    check.problems
}

struct Check {
    /// The script's own functions and their numbers of parameters.
    own: BTreeMap<String, BTreeSet<usize>>,
    problems: Vec<ScriptProblem>,
}

impl Check {
    fn report(&mut self, problem: ScriptProblem, nearest: Option<String>) {
        self.problems.push(ScriptProblem { nearest, ..problem });
    }

    fn hook(&mut self, function: &FunctionBody) {
        let Some(hook) = HOOKS.iter().find(|hook| hook.name == function.name) else {
            if function.name.starts_with("on_") {
                let names = hook_names();
                let unknown = problem("S005", function.at, &[("name", &function.name), ("known", &names)]);
                let near = nearest(&function.name, HOOKS.iter().map(|hook| hook.name));
                self.report(ScriptProblem { arguments: with_full(unknown.arguments, "known", names), ..unknown }, near);
            }
            return;
        };
        if function.parameters.len() != hook.parameters.len() {
            let expected = format!("{}({})", hook.name, hook.parameters.join(", "));
            let found = function.parameters.len().to_string();
            let wrong =
                problem("S006", function.at, &[("name", hook.name), ("expected", &expected), ("found", &found)]);
            self.report(wrong, None);
        }
    }

    fn body(&mut self, function: &FunctionBody) {
        let hook = HOOKS.iter().find(|hook| hook.name == function.name);
        let declared = declared(function);
        let mut checked_members = Vec::new();
        let mut path = Vec::new();
        for statement in &function.statements {
            statement.walk(&mut path, &mut |path| {
                match path.last() {
                    Some(ASTNode::Expr(Expr::Dot(pair, ..))) => {
                        if let Some(view) = view_named(&pair.lhs, function, hook) {
                            let member = first_member(&pair.rhs);
                            checked_members.push(member.position());
                            self.member(view, member);
                        }
                    }
                    Some(ASTNode::Expr(Expr::MethodCall(call, at))) if !checked_members.contains(at) => {
                        self.any_method(call, *at);
                    }
                    Some(ASTNode::Expr(Expr::FnCall(call, at)) | ASTNode::Stmt(Stmt::FnCall(call, at))) => {
                        self.call(call, *at);
                    }
                    Some(ASTNode::Expr(Expr::Variable(variable, _, at))) if !declared.contains(variable.1.as_str()) => {
                        let unknown = problem("S004", *at, &[("name", &variable.1)]);
                        let near = nearest(&variable.1, declared.iter().map(String::as_str));
                        self.report(unknown, near.or_else(|| of_a_view(&variable.1)));
                    }
                    Some(ASTNode::Stmt(Stmt::Assignment(assignment))) => {
                        if let Expr::Dot(pair, _, at) | Expr::Index(pair, _, at) = &assignment.1.lhs
                            && let Some(view) = view_named(&pair.lhs, function, hook)
                        {
                            let frozen = problem("S011", *at, &[("name", view.name)]);
                            self.report(frozen, None);
                        }
                    }
                    _ => {}
                }
                true
            });
        }
    }

    /// `me.patience`, `heard.did("greet")` on a value known to be a view.
    fn member(&mut self, view: &ViewType, member: &Expr) {
        let methods = || view.methods.iter().map(|method| method.name);
        let (name, called) = match member {
            Expr::Property(property, _) => (property.2.as_str(), None),
            Expr::MethodCall(call, _) => (call.name.as_str(), Some(call)),
            _ => return,
        };
        let at = member.position();
        match (called, named(view.methods, name), view.properties.contains(&name)) {
            (None, None, true) => {}
            (Some(call), Some(method), _) => self.arguments(method, &call.args, at),
            (None, Some(_), _) => self.report(problem("S017", at, &[("name", name), ("kind", "method")]), None),
            (Some(_), None, true) => self.report(problem("S017", at, &[("name", name), ("kind", "property")]), None),
            (_, None, _) => {
                let known = view.properties.iter().copied().chain(methods()).collect::<Vec<_>>();
                let unknown = problem("S010", at, &[("name", name), ("on", view.name)]);
                let near = nearest(name, known.iter().copied());
                let arguments = with_full(unknown.arguments, "known", known.join(", "));
                self.report(ScriptProblem { arguments, ..unknown }, near);
            }
        }
    }

    /// A method of something whose kind is not known here.
    fn any_method(&mut self, call: &FnCallExpr, at: Position) {
        let name = call.name.as_str();
        if let Some(method) = method(name) {
            self.arguments(method, &call.args, at);
        } else if !PLAIN.iter().any(|plain| plain.name == name) {
            self.unknown_function(name, at);
        }
    }

    fn call(&mut self, call: &FnCallExpr, at: Position) {
        let name = call.name.as_str();
        if call.op_token.is_some() {
            return;
        }
        if let Some(counts) = self.own.get(name) {
            if !counts.contains(&call.args.len()) {
                let expected = counts.iter().map(usize::to_string).collect::<Vec<_>>().join(" / ");
                self.wrong_count(name, &expected, call.args.len(), at);
            }
        } else if let Some(function) = named(EFFECTS, name).or_else(|| named(PLAIN, name)) {
            self.arguments(function, &call.args, at);
        } else {
            self.unknown_function(name, at);
        }
    }

    fn unknown_function(&mut self, name: &str, at: Position) {
        let known = EFFECTS.iter().chain(PLAIN).map(|function| function.name);
        let near = nearest(name, known.chain(self.own.keys().map(String::as_str)));
        // `told("x")` without `me.` is the likeliest slip of all.
        let kind = match VIEWS.iter().find(|view| named(view.methods, name).is_some()) {
            Some(view) => view.name,
            None => "none",
        };
        self.report(problem("S007", at, &[("name", name), ("of", kind)]), near);
    }

    fn wrong_count(&mut self, name: &str, expected: &str, found: usize, at: Position) {
        let found = found.to_string();
        self.report(problem("S008", at, &[("name", name), ("expected", expected), ("found", &found)]), None);
    }

    fn arguments(&mut self, function: &Function, arguments: &[Expr], at: Position) {
        let Some(form) = function.forms.iter().find(|form| form.len() == arguments.len()) else {
            let expected = function.forms.iter().map(|form| form.len().to_string()).collect::<Vec<_>>().join(" / ");
            self.wrong_count(function.name, &expected, arguments.len(), at);
            return;
        };
        for (takes, argument) in form.iter().zip(arguments) {
            let wanted = match takes {
                Takes::Anything => continue,
                Takes::Whole => "number",
                Takes::Name(_) | Takes::Text | Takes::Reason => "text",
            };
            match literal(argument) {
                Some(found) if found != wanted => {
                    let arguments = [("name", function.name), ("expected", wanted), ("found", found)];
                    self.report(problem("S009", argument.position(), &arguments), None);
                }
                _ => {}
            }
            if let (Takes::Reason, Expr::StringConstant(name, at)) = (takes, argument)
                && reason(name).is_none()
            {
                let known = REASONS.iter().map(|(name, _)| *name).collect::<Vec<_>>();
                let unknown = problem("S014", *at, &[("name", name)]);
                let arguments = with_full(unknown.arguments, "known", known.join(", "));
                self.report(ScriptProblem { arguments, ..unknown }, nearest(name, known.iter().copied()));
            }
        }
    }

    /// A memory asked for that nothing ever writes is a misspelt one.
    fn memory(&mut self, functions: &[FunctionBody]) {
        let mut written = BTreeSet::new();
        let mut read = Vec::new();
        let mut built = false;
        for function in functions {
            calls_in(&function.statements, &mut |call, _| {
                match (call.name.as_str(), call.args.first()) {
                    ("remember", Some(Expr::StringConstant(key, _))) => drop(written.insert(key.to_string())),
                    // The key is put together at run time: nothing can be said about what is never written.
                    ("remember", _) => built = true,
                    ("remembers" | "memory", Some(Expr::StringConstant(key, at))) => read.push((key.to_string(), *at)),
                    _ => {}
                }
            });
        }
        for (key, at) in read {
            if !built && !written.contains(&key) {
                self.report(problem("S015", at, &[("name", &key)]), nearest(&key, written.iter().map(String::as_str)));
            }
        }
    }
}

/// The kind of a literal, by the names the localisation files use.
fn literal(expression: &Expr) -> Option<&'static str> {
    match expression {
        Expr::StringConstant(..) | Expr::InterpolatedString(..) => Some("text"),
        Expr::IntegerConstant(..) => Some("number"),
        Expr::BoolConstant(..) => Some("flag"),
        Expr::CharConstant(..) => Some("character"),
        Expr::Array(..) => Some("list"),
        Expr::Map(..) => Some("map"),
        Expr::Unit(..) => Some("nothing"),
        _ => None,
    }
}

/// The view a variable holds: what the hook's parameter at that place is, or what its name says in a helper function.
fn view_named(expression: &Expr, function: &FunctionBody, hook: Option<&'static Hook>) -> Option<&'static ViewType> {
    let Expr::Variable(variable, ..) = expression else { return None };
    let place = function.parameters.iter().position(|parameter| *parameter == variable.1.as_str())?;
    match hook {
        Some(hook) => view(hook.parameters.get(place)?),
        None => view(&variable.1),
    }
}

/// `me.patience` for `patience`.
fn of_a_view(property: &str) -> Option<String> {
    let view = VIEWS.iter().find(|view| view.properties.contains(&property))?;
    Some(format!("{}.{property}", view.name))
}

/// `a` of `a.b.c`.
fn first_member(rest: &Expr) -> &Expr {
    match rest {
        Expr::Dot(pair, ..) | Expr::Index(pair, ..) => &pair.lhs,
        other => other,
    }
}

/// Sets an argument that is ours and so need not be clipped.
fn with_full(
    mut arguments: Vec<(&'static str, String)>,
    name: &'static str,
    value: String,
) -> Vec<(&'static str, String)> {
    arguments.retain(|(other, _)| *other != name);
    arguments.push((name, value));
    arguments
}
