//! What no picture may show: text that is cut off or lies on other text, text and icons that cannot be read.
//! Checked on what is painted, scene by scene, without a graphics driver.

use super::scenes::scenes;
use super::{SIZES, Shot};
use crate::desk::screen::window_ui;
use crate::desk::state::Options;
use crate::desk::theme::{self, Shade, contrast};
use crate::locale::Language;
use crate::wording::Wording;
use bevy_egui::egui::epaint::{ClippedShape, Shape, TextShape};
use bevy_egui::egui::{self, Color32, Pos2, Rect};
use std::sync::OnceLock;

fn shots() -> &'static [Shot] {
    static SHOTS: OnceLock<Vec<Shot>> = OnceLock::new();
    SHOTS.get_or_init(|| {
        let options = Options {
            language: None,
            seed: None,
            data_dir: std::env::temp_dir().join("headset-layout"),
            roots: Vec::new(),
        };
        scenes(&options)
    })
}

/// The scenes as such: without those that are only another theme or size of one.
fn plain() -> impl Iterator<Item = &'static Shot> {
    shots().iter().filter(|shot| shot.shade == Shade::Light && shot.text_size == 100 && !shot.wide)
}

/// Everything that is painted of a scene, in its order.
fn painted(shot: &Shot, shade: Shade, text_size: u16) -> Vec<ClippedShape> {
    let words = Wording::new(shot.language);
    let ctx = egui::Context::default();
    let (width, height) = SIZES[0];
    let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(width as f32, height as f32));
    let mut shapes = Vec::new();
    for frame in 0..5 {
        let input =
            egui::RawInput { screen_rect: Some(screen), time: Some(f64::from(frame) / 60.0), ..Default::default() };
        let mut output = ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            if !theme::install(&ctx, shade, text_size) {
                return;
            }
            let mut root = egui::Ui::new(
                ctx,
                egui::Id::new("picture"),
                egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(screen),
            );
            window_ui(&mut root, &shot.view, &words, &mut Vec::new());
        });
        // Nothing is drawn on a screen here.
        output.textures_delta.clear();
        shapes = output.shapes;
    }
    flat(shapes)
}

fn flat(shapes: Vec<ClippedShape>) -> Vec<ClippedShape> {
    let mut out = Vec::new();
    for ClippedShape { clip_rect, shape } in shapes {
        match shape {
            Shape::Vec(inner) => {
                out.extend(flat(inner.into_iter().map(|shape| ClippedShape { clip_rect, shape }).collect()));
            }
            shape => out.push(ClippedShape { clip_rect, shape }),
        }
    }
    out
}

fn place(text: &TextShape) -> Rect {
    text.galley.mesh_bounds.translate(text.pos.to_vec2())
}

/// The text, as it is read.
fn read(text: &TextShape) -> String {
    text.galley.text().to_owned()
}

/// What is wrong with the texts of a picture: shortened, cut at a side, lying on each other.
fn cut(shapes: &[ClippedShape]) -> Vec<String> {
    let mut found = Vec::new();
    let mut texts: Vec<(Rect, String)> = Vec::new();
    for ClippedShape { clip_rect, shape } in shapes {
        let Shape::Text(text) = shape else { continue };
        let (rect, words) = (place(text), read(text));
        let seen = rect.intersect(*clip_rect);
        if !seen.is_positive() || words.trim().is_empty() {
            continue;
        }
        if text.galley.elided {
            found.push(format!("shortened: {words:?}"));
        }
        if rect.left() < clip_rect.left() - 1.0 || rect.right() > clip_rect.right() + 1.0 {
            found.push(format!("cut at a side: {words:?} {rect:?} in {clip_rect:?}"));
        }
        // A text that goes on in the middle of a line takes, as a whole, the place of the one it goes on from.
        if text.galley.job.sections.first().is_some_and(|section| section.leading_space > 0.0) {
            continue;
        }
        for (other, earlier) in &texts {
            let both = other.intersect(seen);
            if both.width() > 2.0 && both.height() > 3.0 {
                found.push(format!("on each other: {words:?} and {earlier:?}"));
            }
        }
        texts.push((seen, words));
    }
    found
}

/// Texts and icons that do not stand out enough from what they are painted on.
fn faint(shapes: &[ClippedShape]) -> Vec<String> {
    let mut grounds: Vec<(Rect, Color32)> = vec![(Rect::EVERYTHING, Color32::BLACK)];
    let mut found = Vec::new();
    let mut dot: Option<Color32> = None;
    for ClippedShape { clip_rect, shape } in shapes {
        let ground_at = |at: Pos2, grounds: &[(Rect, Color32)]| {
            grounds.iter().rev().find(|(rect, _)| rect.contains(at)).map_or(Color32::BLACK, |(_, fill)| *fill)
        };
        match shape {
            Shape::Rect(rect) if rect.fill.a() == 255 => grounds.push((rect.rect.intersect(*clip_rect), rect.fill)),
            Shape::Circle(circle) if circle.fill.a() == 255 => {
                dot = Some(circle.fill);
                if circle.radius > 8.0 {
                    let size = egui::Vec2::splat(circle.radius * 1.4);
                    grounds.push((Rect::from_center_size(circle.center, size), circle.fill));
                }
            }
            // What is round of an icon.
            Shape::Circle(circle) if circle.fill == Color32::TRANSPARENT && clip_rect.contains(circle.center) => {
                let ground = ground_at(circle.center, &grounds);
                let ratio = contrast(circle.stroke.color, ground);
                if ratio < 3.0 {
                    found.push(format!("{ratio:.2}: a ring in {:?} on {ground:?}", circle.stroke.color));
                }
            }
            Shape::Text(text) => {
                let seen = place(text).intersect(*clip_rect);
                if !seen.is_positive() || read(text).trim().is_empty() {
                    continue;
                }
                let ground = ground_at(seen.center(), &grounds);
                for section in &text.galley.job.sections {
                    let ink = text.override_text_color.unwrap_or(section.format.color);
                    let ink = if ink == Color32::PLACEHOLDER { text.fallback_color } else { ink };
                    let large = section.format.font_id.size >= 24.0;
                    let ratio = contrast(over(ink, ground), ground);
                    if ratio < if large { 3.0 } else { 4.5 } {
                        found.push(format!("{ratio:.2}: {:?} in {ink:?} on {ground:?}", read(text)));
                    }
                }
            }
            // An icon is painted as dots at the ends of its strokes, then the stroke.
            Shape::Path(path) if !path.closed && path.fill == Color32::TRANSPARENT => {
                let egui::epaint::ColorMode::Solid(ink) = path.stroke.color else { continue };
                let Some(at) = path.points.first().filter(|at| clip_rect.contains(**at)) else { continue };
                if dot == Some(ink) {
                    let ground = ground_at(*at, &grounds);
                    let ratio = contrast(ink, ground);
                    if ratio < 3.0 {
                        found.push(format!("{ratio:.2}: an icon in {ink:?} on {ground:?} at {at:?}"));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// An ink that lets something through, on its ground.
fn over(ink: Color32, ground: Color32) -> Color32 {
    let through = 1.0 - f32::from(ink.a()) / 255.0;
    let part = |ink: u8, ground: u8| (f32::from(ink) + f32::from(ground) * through).round().min(255.0) as u8;
    Color32::from_rgb(part(ink.r(), ground.r()), part(ink.g(), ground.g()), part(ink.b(), ground.b()))
}

/// What must be in sight without scrolling, by the screen it is on.
fn in_sight(shot: &Shot) -> Vec<&'static str> {
    match shot.name.as_str() {
        "desk" | "desk-exam" | "desk-outbound" => vec!["phone-hang-up", "phone-hold", "phone-mute", "phone-transfer"],
        "desk-ticket" => vec!["hang-up-yes", "hang-up-no"],
        "progress" => vec!["score-overall"],
        "briefing" => vec!["briefing-start"],
        "desk-ringing" => vec!["phone-answer"],
        "desk-outbound-ready" => vec!["phone-dial"],
        "debrief" => vec!["debrief-again", "debrief-export", "debrief-checks"],
        _ => Vec::new(),
    }
}

fn report(found: Vec<(String, Vec<String>)>) {
    let text: Vec<String> = found
        .into_iter()
        .filter(|(_, problems)| !problems.is_empty())
        .map(|(name, problems)| format!("{name}:\n  {}", problems.join("\n  ")))
        .collect();
    assert!(text.is_empty(), "\n{}", text.join("\n"));
}

#[test]
fn no_text_is_cut_in_french_at_150_percent_nor_at_100_in_either_language() {
    report(
        plain()
            .flat_map(|shot| {
                let sizes: &[u16] = if shot.language == Language::French { &[100, 150] } else { &[100] };
                sizes.iter().map(move |size| {
                    let name = format!("{} {} {size} %", shot.name, shot.language);
                    (name, cut(&painted(shot, Shade::Light, *size)))
                })
            })
            .collect(),
    );
}

#[test]
fn what_is_needed_at_once_is_in_sight_in_french_at_150_percent() {
    let words = Wording::new(Language::French);
    report(
        plain()
            .filter(|shot| shot.language == Language::French)
            .map(|shot| {
                let shapes = painted(shot, Shade::Light, 150);
                let missing = in_sight(shot).into_iter().map(|key| words.text(key)).filter(|wanted| {
                    !shapes.iter().any(|ClippedShape { clip_rect, shape }| match shape {
                        Shape::Text(text) => read(text) == *wanted && clip_rect.contains_rect(place(text)),
                        _ => false,
                    })
                });
                (shot.name.clone(), missing.map(|text| format!("not in sight: {text}")).collect())
            })
            .collect(),
    );
}

#[test]
fn every_text_and_icon_that_is_painted_can_be_read_in_the_three_themes() {
    report(
        plain()
            .filter(|shot| shot.language == Language::French)
            .flat_map(|shot| {
                Shade::ALL.map(|shade| (format!("{} {}", shot.name, shade.name()), faint(&painted(shot, shade, 100))))
            })
            .collect(),
    );
}
