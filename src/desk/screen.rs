//! The screens: which panels stand where.

use super::action::{DeskAction, Screen, Work};
use super::panel::briefing::{BriefingView, briefing_ui};
use super::panel::clock::{ClockView, clock_ui};
use super::panel::compare::{CompareView, compare_ui};
use super::panel::crm::{CrmView, crm_ui};
use super::panel::customer::{CustomerView, customer_ui};
use super::panel::debrief::{DebriefView, debrief_ui};
use super::panel::gauge::{GaugeView, gauge_ui};
use super::panel::handbook::{HandbookView, handbook_ui};
use super::panel::history::{HistoryView, history_ui};
use super::panel::library::{LibraryView, library_ui};
use super::panel::mind::{MindPanelView, mind_ui};
use super::panel::problems::{ProblemsView, problems_ui};
use super::panel::profile::{ProfileView, profile_ui};
use super::panel::progress::{ProgressView, progress_ui};
use super::panel::reply::{ReplyView, reply_ui};
use super::panel::script::{ScriptView, script_ui};
use super::panel::self_rating::{SelfRatingView, self_rating_ui};
use super::panel::softphone::{SoftphoneView, softphone_ui};
use super::panel::top_bar::{TopBarView, top_bar_ui};
use super::panel::transcript::{TranscriptView, transcript_ui};
use super::panel::wrap_up::{WrapUpView, wrap_up_ui};
use super::part::{Icon, Look, Press, card, title};
use super::state::SPLITS;
use super::theme::{GRID, leading, palette, scale};
use crate::wording::Wording;
use bevy_egui::egui::{self, Frame, Margin, RichText, ScrollArea};

/// Points from which on there is room for the steps of the script beside the lines that are offered.
const TALL: f32 = 860.0;

/// The desk while a call is played.
#[derive(Debug, Clone)]
pub struct DeskView {
    /// Handling time against the target.
    pub clock: ClockView,
    /// Key of the mode.
    pub mode: &'static str,
    /// The line and its keys.
    pub softphone: SoftphoneView,
    /// Who is at the other end.
    pub customer: CustomerView,
    /// The company's script, where the mode shows it.
    pub script: ScriptView,
    /// What was said so far.
    pub transcript: TranscriptView,
    /// The reply box and the lines offered.
    pub reply: ReplyView,
    /// The operator's microphone; `None`: answers are typed.
    pub gauge: Option<GaugeView>,
    /// After the call, in the place of the reply box.
    pub wrap_up: Option<WrapUpView>,
    /// Where the conversation ends and the work area begins, per thousand of the width of both.
    pub split: u16,
    /// Which of the two below fills the work area.
    pub work: Work,
    /// The customer data base.
    pub crm: CrmView,
    /// The company's handbook.
    pub handbook: HandbookView,
    /// The customer's mind; `None`: it is nobody's business.
    pub mind: Option<MindPanelView>,
    /// Shows what was understood; `None`: the mode does not allow it.
    pub understood: Option<bool>,
}

/// What the window shows.
#[derive(Debug, Clone)]
pub enum ScreenView {
    /// Also shown where another screen has nothing to show.
    Profile(ProfileView),
    /// Packs, calls, unfinished attempts.
    Library(LibraryView),
    /// The call that was picked.
    Briefing(BriefingView),
    /// The call being played.
    Desk(Box<DeskView>),
    /// The trainee's own rating.
    SelfRating(SelfRatingView),
    /// The score and what it rests on.
    Debrief(Box<DebriefView>),
    /// All attempts of the trainee.
    History(HistoryView),
    /// How the trainee comes on.
    Progress(ProgressView),
    /// Two attempts side by side.
    Compare(Box<CompareView>),
    /// Why a pack cannot be played.
    Problems(ProblemsView),
}

/// The whole window.
#[derive(Debug, Clone)]
pub struct WindowView {
    /// Above every screen.
    pub top_bar: TopBarView,
    /// Something went wrong; stays until it is closed.
    pub notice: Option<String>,
    /// What fills the rest.
    pub screen: ScreenView,
}

/// Draws the window.
pub fn window_ui(ui: &mut egui::Ui, view: &WindowView, words: &Wording, out: &mut Vec<DeskAction>) {
    let colours = palette(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, colours.ground);
    let bar = Frame::new().fill(colours.surface).inner_margin(Margin::symmetric(16, 8));
    egui::Panel::top("top-bar")
        .frame(bar)
        .exact_size(ui.spacing().interact_size.y.max(32.0) + 20.0)
        .resizable(false)
        .show(ui, |ui| {
            top_bar_ui(ui, &view.top_bar, words, out);
        });
    if let Some(notice) = &view.notice {
        let frame = Frame::new().fill(colours.bad_soft).inner_margin(Margin::symmetric(16, 8));
        egui::Panel::top("notice").frame(frame).resizable(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                Icon::Warning.show(ui, 16.0, colours.bad);
                let room = ui.available_width() - 48.0;
                ui.allocate_ui(egui::vec2(room, 20.0), |ui| ui.label(RichText::new(notice).color(colours.text)));
                if Press::new(&words.text("notice-close")).icon(Icon::Cross).look(Look::Quiet).icon_only().show(ui) {
                    out.push(DeskAction::DismissNotice);
                }
            });
        });
    }
    egui::CentralPanel::no_frame().frame(Frame::new().inner_margin(Margin::same(16))).show(ui, |ui| {
        match &view.screen {
            ScreenView::Profile(profile) => profile_ui(ui, profile, words, out),
            ScreenView::Library(library) => library_ui(ui, library, words, out),
            ScreenView::Briefing(briefing) => briefing_ui(ui, briefing, words, out),
            ScreenView::Desk(desk) => desk_ui(ui, desk, words, out),
            ScreenView::SelfRating(rating) => self_rating_ui(ui, rating, words, out),
            ScreenView::Debrief(debrief) => debrief_ui(ui, debrief, words, out),
            ScreenView::History(history) => history_ui(ui, history, words, out),
            ScreenView::Progress(progress) => progress_ui(ui, progress, words, out),
            ScreenView::Compare(pair) => compare_ui(ui, pair, words, out),
            ScreenView::Problems(problems) => problems_ui(ui, problems, words, out),
        }
    });
}

/// Telephone and customer at the left, conversation in the middle, customer data base and handbook at the right.
fn desk_ui(ui: &mut egui::Ui, view: &DeskView, words: &Wording, out: &mut Vec<DeskAction>) {
    let gap = GRID as i8 + 4;
    // Larger text needs wider keys, within what a small window can spare.
    let left = (296.0 * scale(ui).sqrt()).clamp(280.0, ui.available_width() * 0.29);
    egui::Panel::left("desk-left")
        .exact_size(left + f32::from(gap))
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().inner_margin(Margin { right: gap, ..Margin::ZERO }))
        .show(ui, |ui| line(ui, view, words, out));
    let (least, most) = SPLITS;
    let both = ui.available_rect_before_wrap();
    let id = ui.id().with("desk-split");
    let moved: Option<u16> = ui.data(|data| data.get_temp(id));
    let split = moved.unwrap_or(view.split).clamp(least, most);
    let right = (both.width() * (1.0 - f32::from(split) / 1000.0)).round();
    egui::Panel::right("desk-right")
        .exact_size(right)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().inner_margin(Margin { left: gap, ..Margin::ZERO }))
        .show(ui, |ui| work(ui, view, words, out));
    let middle = both.right() - right + f32::from(gap) / 2.0;
    let edge = egui::Rect::from_center_size(egui::pos2(middle, both.center().y), egui::vec2(8.0, both.height()));
    let edge = ui.interact(edge, id, egui::Sense::drag()).on_hover_cursor(egui::CursorIcon::ResizeHorizontal);
    if let Some(at) = edge.interact_pointer_pos().filter(|_| edge.dragged()) {
        let split = ((at.x - both.left()) / both.width().max(1.0) * 1000.0) as u16;
        ui.data_mut(|data| data.insert_temp(id, split.clamp(least, most)));
    }
    // Written down when the edge is let go.
    if let Some(split) = moved.filter(|_| edge.drag_stopped()) {
        ui.data_mut(|data| data.remove::<u16>(id));
        out.push(DeskAction::SplitDesk(split));
    }
    egui::CentralPanel::no_frame().show(ui, |ui| conversation(ui, view, words, out));
}

/// Who is on the line, and the keys of the telephone. The keys are what must be in sight: the face takes what they leave.
fn line(ui: &mut egui::Ui, view: &DeskView, words: &Wording, out: &mut Vec<DeskAction>) {
    let id = ui.id().with("below-the-face");
    let room = ui.available_height();
    let most = (ui.available_width() * 0.92).min(300.0);
    let rest: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(room - most);
    let face = (room - rest).clamp(72.0, most.max(72.0));
    let shown = ScrollArea::vertical().id_salt("desk-left").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = GRID;
            customer_ui(ui, &view.customer, face, words);
        });
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = GRID;
            softphone_ui(ui, &view.softphone, words, out);
        });
    });
    let now = shown.content_size.y - face;
    if (now - rest).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_discard("the face takes what the keys leave");
    }
}

fn work(ui: &mut egui::Ui, view: &DeskView, words: &Wording, out: &mut Vec<DeskAction>) {
    card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        ui.horizontal_wrapped(|ui| {
            let tabs = [
                (Work::Crm, "work-crm", Some("Ctrl+K"), Icon::Card),
                (Work::Handbook, "work-handbook", Some("F1"), Icon::Book),
                (Work::Mind, "work-mind", None, Icon::Bulb),
            ];
            for (work, key, keys, icon) in tabs {
                if work == Work::Mind && view.mind.is_none() {
                    continue;
                }
                let look = if view.work == work { Look::On } else { Look::Quiet };
                let text = words.text(key);
                let press = Press::new(&text).look(look);
                // Large text leaves no room for pictures, nor do three tabs; for keys only both together do not.
                let (large, three) = (scale(ui) > 1.2, view.mind.is_some());
                let press = if let Some(keys) = keys.filter(|_| !(large && three)) { press.key(keys) } else { press };
                let press = if large || three { press } else { press.icon(icon) };
                if press.show(ui) {
                    out.push(DeskAction::ShowWork(work));
                }
            }
        });
        match (view.work, &view.mind) {
            (Work::Mind, Some(mind)) => mind_ui(ui, mind, words),
            (Work::Handbook, _) => handbook_ui(ui, &view.handbook, words, out),
            (Work::Crm | Work::Mind, _) => crm_ui(ui, &view.crm, words, out),
        }
    });
}

fn conversation(ui: &mut egui::Ui, view: &DeskView, words: &Wording, out: &mut Vec<DeskAction>) {
    ui.horizontal(|ui| {
        clock_ui(ui, &view.clock, words, out);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let leave =
                Press::new(&words.text("desk-leave")).icon(Icon::Cross).look(Look::Quiet).icon_only().respond(ui);
            if leave.on_hover_text(words.text("desk-leave-why")).clicked() {
                out.push(DeskAction::LeaveDesk);
            }
        });
    });
    if let Some(wrap_up) = &view.wrap_up {
        wrap_up_ui(ui, wrap_up, words, out);
        // Large text leaves no room for what was said.
        if ui.available_height() < 4.0 * leading(ui) {
            return;
        }
        card(ui, |ui| {
            ui.set_min_height(ui.available_height());
            title(ui, words.text("transcript-title"));
            transcript_ui(ui, &view.transcript, words, out);
        });
        return;
    }
    if view.script.compact && ui.available_height() < TALL {
        script_ui(ui, &view.script, words, out);
    } else if view.script.steps.is_some() {
        let height = (ui.available_height() * 0.36).clamp(170.0, 320.0);
        ui.allocate_ui(egui::vec2(ui.available_width(), height), |ui| {
            ui.set_max_height(height);
            script_ui(ui, &ScriptView { compact: false, ..view.script.clone() }, words, out);
        });
    }
    card(ui, |ui| {
        ui.set_min_height(ui.available_height());
        // The heading and the last words said stay above it.
        let said = if scale(ui) > 1.2 { 4.0 } else { 5.0 };
        let room = (ui.available_height() - ui.spacing().interact_size.y - said * leading(ui)).max(120.0);
        egui::Panel::bottom("reply")
            .frame(Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO }))
            .resizable(false)
            .show_separator_line(true)
            .show(ui, |ui| {
                ui.set_max_height(room);
                let Some(gauge) = &view.gauge else { return reply_ui(ui, &view.reply, words, out) };
                gauge_ui(ui, gauge, words, out);
                // What the gauge takes must not be taken from the reply box.
                let least = 2.0 * ui.spacing().interact_size.y + 4.0 * leading(ui) + 48.0;
                let size = egui::vec2(ui.available_width(), ui.available_height().max(least));
                ui.allocate_ui(size, |ui| reply_ui(ui, &view.reply, words, out));
            });
        egui::CentralPanel::no_frame().show(ui, |ui| {
            ui.horizontal(|ui| {
                title(ui, words.text("transcript-title"));
                if let Some(on) = view.understood {
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let name = words.text("understood-show");
                        let look = if on { Look::On } else { Look::Quiet };
                        let press =
                            Press::new(&words.text("understood")).icon(Icon::Bulb).look(look).small().respond(ui);
                        press.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, on, &name));
                        if press.on_hover_text(&name).clicked() {
                            out.push(DeskAction::ShowUnderstood(!on));
                        }
                    });
                }
            });
            transcript_ui(ui, &view.transcript, words, out);
        });
    });
}

impl WindowView {
    /// Which screen is shown.
    pub fn screen(&self) -> Screen {
        match self.screen {
            ScreenView::Profile(_) => Screen::Profile,
            ScreenView::Library(_) => Screen::Library,
            ScreenView::Briefing(_) => Screen::Briefing,
            ScreenView::Desk(_) => Screen::Desk,
            ScreenView::SelfRating(_) => Screen::SelfRating,
            ScreenView::Debrief(_) => Screen::Debrief,
            ScreenView::History(_) => Screen::History,
            ScreenView::Progress(_) => Screen::Progress,
            ScreenView::Compare(_) => Screen::Compare,
            ScreenView::Problems(_) => Screen::Problems,
        }
    }
}
