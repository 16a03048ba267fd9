//! The packs and their calls; attempts left unfinished; packs that could not be loaded, with the reasons.

use super::super::action::{DeskAction, LibraryFilter};
use super::super::part::{Entry, Icon, Look, Press, Tone, card, chip, empty, hint, muted, tick, title};
use super::super::theme::{palette, scale, style};
use super::progress::NextRow;
use crate::id::{CallId, PackId};
use crate::locale::Language;
use crate::pack::model::{CallKind, Direction};
use crate::records::AttemptId;
use crate::score::Points;
use crate::wording::Wording;
use bevy_egui::egui::{self, Align, Layout, RichText, ScrollArea};

/// A call of the library.
#[derive(Debug, Clone)]
pub struct CallRow {
    /// What the pack names the call by.
    pub id: CallId,
    /// Title in the language shown.
    pub title: String,
    /// Whether the customer calls or is called.
    pub direction: Direction,
    /// What the call is about: information, complaint, sales …
    pub kind: CallKind,
    /// 1 to 3.
    pub difficulty: u8,
    /// How often this trainee finished it.
    pub attempts: usize,
    /// Most overall points so far; `None`: never finished.
    pub best: Option<Points>,
    /// At least one attempt passed.
    pub passed: bool,
    /// The next one to take.
    pub next: bool,
}

/// A pack of the library.
#[derive(Debug, Clone)]
pub struct PackRow {
    /// What other files and attempts name the pack by.
    pub id: PackId,
    /// Title in the language shown.
    pub title: String,
    /// What it is about, in the language shown.
    pub summary: String,
    /// Line of business, as packs name it; its words are `sector-…`.
    pub sector: String,
    /// Languages it can be played in.
    pub languages: Vec<Language>,
    /// Easiest first; only those that fit the search.
    pub calls: Vec<CallRow>,
}

/// An attempt that was not finished.
#[derive(Debug, Clone)]
pub struct UnfinishedRow {
    /// What actions name the attempt by.
    pub attempt: AttemptId,
    /// Title of the call.
    pub title: String,
    /// How long ago, in words.
    pub started: String,
    /// Its pack is there and unchanged, so it can be gone on with.
    pub playable: bool,
}

/// A pack that could not be loaded.
#[derive(Debug, Clone)]
pub struct BrokenPack {
    /// Name of its folder.
    pub folder: String,
    /// How many errors it has.
    pub errors: usize,
}

/// What the screen shows.
#[derive(Debug, Clone)]
pub struct LibraryView {
    /// The packs are still being read: nothing else is shown.
    pub loading: bool,
    /// What is searched for.
    pub search: String,
    /// Which calls are shown.
    pub filter: LibraryFilter,
    /// The lines of business there are.
    pub sectors: Vec<String>,
    /// The call to take next; `None`: there is none.
    pub next: Option<NextRow>,
    /// Only what fits the search and the filter.
    pub packs: Vec<PackRow>,
    /// Attempts that can be gone on with or given up.
    pub unfinished: Vec<UnfinishedRow>,
    /// Packs that could not be loaded.
    pub broken: Vec<BrokenPack>,
    /// Where packs are looked for, when there is none.
    pub roots: Vec<String>,
}

/// Draws the screen.
pub fn library_ui(ui: &mut egui::Ui, view: &LibraryView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("library-title")).text_style(egui::TextStyle::Heading).color(colours.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Press::new(&words.text("library-reload")).icon(Icon::Redo).look(Look::Quiet).icon_only().show(ui) {
                out.push(DeskAction::ReloadPacks);
            }
            let name = words.text("library-search");
            let entry = ui
                .allocate_ui(egui::vec2(320.0, 36.0 * scale(ui)), |ui| {
                    Entry::new("library-search", &name).hint(&name).icon(Icon::Search).bare().show(ui, &view.search)
                })
                .inner;
            if let Some(text) = entry.changed {
                out.push(DeskAction::TypeLibrarySearch(text));
            }
        });
    });
    if view.loading {
        empty(ui, Icon::Clock, &words.text("library-loading"));
        return;
    }
    filters(ui, view, words, out);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for broken in &view.broken {
            broken_ui(ui, broken, words, out);
        }
        for unfinished in &view.unfinished {
            unfinished_ui(ui, unfinished, words, out);
        }
        if view.packs.is_empty() {
            if view.filter != LibraryFilter::default() {
                empty(ui, Icon::Search, &words.text("library-filtered"));
            } else if view.search.trim().is_empty() {
                empty(ui, Icon::List, &words.with("library-empty", &[("folders", &view.roots.join(", "))]));
            } else {
                empty(ui, Icon::Search, &words.with("library-nothing", &[("search", &view.search)]));
            }
        }
        for pack in &view.packs {
            pack_ui(ui, pack, words, out);
        }
        ui.add_space(8.0);
    });
}

fn unfinished_ui(ui: &mut egui::Ui, row: &UnfinishedRow, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    egui::Frame::new().fill(colours.warn_soft).corner_radius(10).inner_margin(egui::Margin::symmetric(16, 10)).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                Icon::Clock.show(ui, 18.0, colours.warn);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(
                        RichText::new(words.with("unfinished-title", &[("call", &row.title)]))
                            .text_style(style::strong())
                            .color(colours.text),
                    );
                    let key = if row.playable { "unfinished-when" } else { "unfinished-changed" };
                    ui.label(RichText::new(words.with(key, &[("when", &row.started)])).small().color(colours.text));
                });
                if scale(ui) < 1.2 {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| unfinished_keys(ui, row, words, out));
                }
            });
            if scale(ui) >= 1.2 {
                ui.horizontal_wrapped(|ui| unfinished_keys(ui, row, words, out));
            }
        },
    );
}

/// What can be done with it; the likeliest at the outer end.
fn unfinished_keys(ui: &mut egui::Ui, row: &UnfinishedRow, words: &Wording, out: &mut Vec<DeskAction>) {
    let go_on = (words.text("unfinished-go-on"), Some(Icon::Play), Look::Primary, DeskAction::GoOn(row.attempt));
    let debrief = (words.text("unfinished-debrief"), None, Look::Plain, DeskAction::DebriefAttempt(row.attempt));
    let discard = (words.text("unfinished-discard"), Some(Icon::Trash), Look::Plain, DeskAction::Discard(row.attempt));
    let mut keys = [go_on, debrief, discard];
    if ui.layout().prefer_right_to_left() {
        keys.reverse();
    }
    for (text, icon, look, action) in keys {
        let press = Press::new(&text).look(look).enabled(row.playable || matches!(action, DeskAction::Discard(_)));
        let press = if let Some(icon) = icon { press.icon(icon) } else { press };
        if press.show(ui) {
            out.push(action);
        }
    }
}

fn pack_ui(ui: &mut egui::Ui, pack: &PackRow, words: &Wording, out: &mut Vec<DeskAction>) {
    card(ui, |ui| {
        ui.horizontal(|ui| {
            title(ui, &pack.title);
            chip(ui, None, &words.text(&format!("sector-{}", pack.sector)), Tone::Plain);
            for language in &pack.languages {
                chip(ui, None, &language.code().to_uppercase(), Tone::Plain);
            }
        });
        muted(ui, &pack.summary);
        ui.add_space(4.0);
        for call in &pack.calls {
            call_ui(ui, pack, call, words, out);
        }
    });
}

fn call_ui(ui: &mut egui::Ui, pack: &PackRow, call: &CallRow, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let fill = if call.next { colours.accent_soft } else { colours.inset };
    egui::Frame::new().fill(fill).corner_radius(8).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (icon, name) = match call.direction {
                Direction::Inbound => (Icon::Incoming, "direction-inbound"),
                Direction::Outbound => (Icon::Outgoing, "direction-outbound"),
            };
            icon.show(ui, 18.0, colours.accent).on_hover(ui, &words.text(name));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let room = (ui.available_width() - 420.0 * scale(ui)).max(160.0);
                ui.set_max_width(room);
                ui.add(
                    egui::Label::new(RichText::new(&call.title).text_style(style::strong()).color(colours.text))
                        .truncate(),
                );
                let about = format!("{} · {}", words.text(name), words.text(&format!("kind-{}", kind_name(call.kind))));
                ui.label(RichText::new(about).small().color(colours.muted));
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = words.text("library-take");
                let look = if call.next { Look::Primary } else { Look::Plain };
                let name = words.with("library-take-named", &[("call", &call.title)]);
                let press = Press::new(&text).icon(Icon::Right).look(look).width(112.0 * scale(ui)).respond(ui);
                press.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
                if press.clicked() {
                    out.push(DeskAction::PickCall(pack.id.clone(), call.id.clone()));
                }
                ui.allocate_ui_with_layout(
                    egui::vec2(136.0 * scale(ui), 32.0 * scale(ui)),
                    Layout::right_to_left(Align::Center),
                    |ui| match call.best {
                        Some(best) => {
                            let tone = if call.passed { Tone::Good } else { Tone::Plain };
                            let icon = if call.passed { Icon::Check } else { Icon::Star };
                            let text = words.with("library-best", &[("points", &(best.0 / 10).to_string())]);
                            chip(ui, Some(icon), &text, tone);
                        }
                        None => {
                            hint(ui, words.text("library-new"));
                        }
                    },
                );
                difficulty(ui, call.difficulty, words);
                if call.next {
                    chip(ui, Some(Icon::Star), &words.text("library-next"), Tone::Accent);
                }
            });
        });
    });
}

/// A tip on something painted.
trait Tip {
    fn on_hover(self, ui: &mut egui::Ui, text: &str);
}

impl Tip for egui::Rect {
    fn on_hover(self, ui: &mut egui::Ui, text: &str) {
        let id = ui.id().with(("tip", self.min.x as i32, self.min.y as i32));
        ui.interact(self, id, egui::Sense::hover()).on_hover_text(text);
    }
}

/// Three marks, so many filled, and the word for screen readers.
pub fn difficulty(ui: &mut egui::Ui, level: u8, words: &Wording) {
    let colours = palette(ui);
    let name = words.text(&format!("difficulty-{}", level.clamp(1, 3)));
    let (rect, response) = ui.allocate_exact_size(egui::vec2(34.0, 16.0), egui::Sense::hover());
    for mark in 0..3u8 {
        let height = 6.0 + 4.0 * f32::from(mark);
        let left = rect.left() + 5.0 + 9.0 * f32::from(mark);
        let bar =
            egui::Rect::from_min_max(egui::pos2(left, rect.bottom() - height), egui::pos2(left + 6.0, rect.bottom()));
        if mark < level {
            ui.painter().rect_filled(bar, 1.0, colours.accent);
        } else {
            ui.painter().rect_stroke(bar, 1.0, egui::Stroke::new(1.0, colours.muted), egui::StrokeKind::Inside);
        }
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &name));
    response.on_hover_text(name);
}

/// The name of a kind of call in the words.
pub fn kind_name(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Information => "information",
        CallKind::Complaint => "complaint",
        CallKind::Sales => "sales",
        CallKind::Appointment => "appointment",
        CallKind::Survey => "survey",
    }
}

fn broken_ui(ui: &mut egui::Ui, broken: &BrokenPack, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    let frame = egui::Frame::new().fill(colours.bad_soft).corner_radius(10);
    frame.inner_margin(egui::Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            Icon::Warning.show(ui, 18.0, colours.bad);
            let text = words.with("broken-title", &[("folder", &broken.folder)]);
            ui.label(RichText::new(text).text_style(style::strong()).color(colours.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let text = words.with("broken-show", &[("count", &broken.errors.to_string())]);
                if Press::new(&text).icon(Icon::Right).show(ui) {
                    out.push(DeskAction::ShowProblems(broken.folder.clone()));
                }
            });
        });
    });
}

/// What is shown: a choice for each property; what is not chosen lets everything through.
fn filters(ui: &mut egui::Ui, view: &LibraryView, words: &Wording, out: &mut Vec<DeskAction>) {
    let filter = &view.filter;
    ui.horizontal_wrapped(|ui| {
        let sectors: Vec<(Option<String>, String)> = std::iter::once((None, words.text("filter-sectors")))
            .chain(view.sectors.iter().map(|sector| (Some(sector.clone()), words.text(&format!("sector-{sector}")))))
            .collect();
        if let Some(sector) = pick(ui, "filter-sector", &filter.sector, &sectors, words) {
            out.push(DeskAction::FilterLibrary(LibraryFilter { sector, ..filter.clone() }));
        }
        let directions = [
            (None, words.text("filter-directions")),
            (Some(Direction::Inbound), words.text("direction-inbound")),
            (Some(Direction::Outbound), words.text("direction-outbound")),
        ];
        if let Some(direction) = pick(ui, "filter-direction", &filter.direction, &directions, words) {
            out.push(DeskAction::FilterLibrary(LibraryFilter { direction, ..filter.clone() }));
        }
        let difficulties: Vec<(Option<u8>, String)> = std::iter::once((None, words.text("filter-difficulties")))
            .chain((1..=3).map(|level| (Some(level), words.text(&format!("difficulty-{level}")))))
            .collect();
        if let Some(difficulty) = pick(ui, "filter-difficulty", &filter.difficulty, &difficulties, words) {
            out.push(DeskAction::FilterLibrary(LibraryFilter { difficulty, ..filter.clone() }));
        }
        let languages: Vec<(Option<Language>, String)> = std::iter::once((None, words.text("filter-languages")))
            .chain(Language::ALL.map(|language| (Some(language), words.text(&format!("language-{language}")))))
            .collect();
        if let Some(language) = pick(ui, "filter-language", &filter.language, &languages, words) {
            out.push(DeskAction::FilterLibrary(LibraryFilter { language, ..filter.clone() }));
        }
        let mut open_only = filter.open_only;
        if tick(ui, &mut open_only, words.text("filter-open")) {
            out.push(DeskAction::FilterLibrary(LibraryFilter { open_only, ..filter.clone() }));
        }
        let all = LibraryFilter::default();
        if *filter != all && Press::new(&words.text("filter-none")).icon(Icon::Cross).look(Look::Quiet).small().show(ui)
        {
            out.push(DeskAction::FilterLibrary(all));
        }
    });
}

/// A list of which one is chosen; returns what was chosen instead.
fn pick<T: PartialEq + Clone>(
    ui: &mut egui::Ui,
    key: &str,
    current: &T,
    choices: &[(T, String)],
    words: &Wording,
) -> Option<T> {
    let shown = choices.iter().find(|(choice, _)| choice == current).map_or("", |(_, text)| text.as_str());
    let width = choices.iter().map(|(_, text)| text_width(ui, text)).fold(0.0, f32::max) + 44.0;
    let mut picked = None;
    let combo = egui::ComboBox::from_id_salt(key).width(width).selected_text(shown).show_ui(ui, |ui| {
        for (choice, text) in choices {
            if ui.selectable_label(choice == current, text).clicked() && choice != current {
                picked = Some(choice.clone());
            }
        }
    });
    let name = words.text(key);
    let value = shown.to_owned();
    combo.response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, &name);
        info.current_text_value = Some(value.clone());
        info
    });
    picked
}

fn text_width(ui: &egui::Ui, text: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::WHITE).size().x
}
