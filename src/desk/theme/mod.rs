//! The look: colours (light, dark, high contrast), type, spacing. Every colour a panel uses is named by what it means.

mod palette;

pub use palette::{Palette, contrast};

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, TextStyle, Theme,
    epaint::Shadow,
};
use std::collections::BTreeMap;

/// The grid all distances are multiples of, in points.
pub const GRID: f32 = 8.0;

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shade {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// White and strong colours on black, every edge drawn.
    Contrast,
}

impl Shade {
    /// All of them, in the order they are offered.
    pub const ALL: [Shade; 3] = [Shade::Light, Shade::Dark, Shade::Contrast];
    /// Name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Shade::Light => "light",
            Shade::Dark => "dark",
            Shade::Contrast => "contrast",
        }
    }
    /// The shade of that name.
    pub fn from_name(name: &str) -> Option<Shade> {
        Shade::ALL.into_iter().find(|shade| shade.name() == name)
    }
}

/// Text sizes offered, in percent.
pub const TEXT_SIZES: [u16; 7] = [80, 90, 100, 115, 130, 150, 200];

/// The colours in use.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    Palette::of(shade(ui))
}

/// The theme in use.
pub fn shade(ui: &egui::Ui) -> Shade {
    ui.data(|data| data.get_temp::<Shade>(egui::Id::new(SHADE))).unwrap_or_default()
}

/// How much larger than usual text is: 1.5 at 150 %. Icons and fixed measures grow with it.
pub fn scale(ui: &egui::Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size / BODY
}

const SHADE: &str = "desk-shade";
/// Size of running text at 100 %, in points.
const BODY: f32 = 14.0;
const STRONG: &str = "strong";

/// The weight of headings and of what is pressed.
pub fn strong() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// Height of a line of running text.
pub fn leading(ui: &egui::Ui) -> f32 {
    (TextStyle::Body.resolve(ui.style()).size * 1.45).round()
}

/// Text styles beside egui's own.
pub mod style {
    use super::egui::TextStyle;
    /// Headings of cards.
    pub fn title() -> TextStyle {
        TextStyle::Name("title".into())
    }
    /// Figures that are read across the room: timers, scores.
    pub fn figure() -> TextStyle {
        TextStyle::Name("figure".into())
    }
    /// Body text in the strong weight.
    pub fn strong() -> TextStyle {
        TextStyle::Name("strong".into())
    }
    /// Small text in the strong weight: chips, column heads.
    pub fn label() -> TextStyle {
        TextStyle::Name("label".into())
    }
}

/// Sets fonts and style. False on the very first pass: the fonts show from the next one, so draw nothing yet.
pub fn install(ctx: &egui::Context, shade: Shade, text_percent: u16) -> bool {
    let wanted = egui::Id::new("desk-theme");
    let ready = ctx.data(|data| data.get_temp::<(Shade, u16)>(wanted));
    if ready != Some((shade, text_percent)) {
        if ready.is_none() {
            ctx.set_fonts(fonts());
        }
        let theme = if shade == Shade::Light { Theme::Light } else { Theme::Dark };
        ctx.set_theme(theme);
        ctx.style_mut_of(theme, |style| dress(style, Palette::of(shade), text_percent));
        ctx.data_mut(|data| {
            data.insert_temp(wanted, (shade, text_percent));
            data.insert_temp(egui::Id::new(SHADE), shade);
        });
        ctx.request_repaint();
    }
    ready.is_some()
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
    };
    add("inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf"));
    add("inter-strong", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"));
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let with = |first: &str| std::iter::once(first.to_owned()).chain(fallback.iter().cloned()).collect::<Vec<_>>();
    let (regular, heavy) = (with("inter"), with("inter-strong"));
    fonts.families.insert(FontFamily::Proportional, regular);
    fonts.families.insert(strong(), heavy);
    fonts
}

fn dress(style: &mut egui::Style, palette: &Palette, percent: u16) {
    let size = |points: f32| points * f32::from(percent) / 100.0;
    let plain = |points: f32| FontId::new(size(points), FontFamily::Proportional);
    let heavy = |points: f32| FontId::new(size(points), strong());
    style.text_styles = BTreeMap::from([
        (TextStyle::Heading, heavy(22.0)),
        (TextStyle::Body, plain(BODY)),
        (TextStyle::Button, plain(BODY)),
        (TextStyle::Small, plain(12.0)),
        (TextStyle::Monospace, FontId::new(size(13.0), FontFamily::Monospace)),
        (style::title(), heavy(15.0)),
        (style::figure(), heavy(28.0)),
        (style::strong(), heavy(BODY)),
        (style::label(), heavy(12.0)),
    ]);
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = egui::vec2(GRID, GRID);
    style.spacing.button_padding = egui::vec2(12.0, 6.0);
    style.spacing.interact_size = egui::vec2(32.0, size(32.0).max(28.0));
    style.spacing.window_margin = Margin::same(16);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.combo_width = 120.0;
    style.spacing.icon_spacing = 8.0;
    style.spacing.scroll = egui::style::ScrollStyle::floating();
    style.spacing.scroll.fade.strength = 0.0;
    style.animation_time = 0.0;
    style.visuals = visuals(palette, style.visuals.dark_mode);
}

fn visuals(palette: &Palette, dark: bool) -> egui::Visuals {
    let mut visuals = if dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    let round = CornerRadius::same(6);
    visuals.override_text_color = None;
    // A cursor that blinks has the whole window drawn again and again, and distracts.
    visuals.text_cursor.blink = false;
    visuals.panel_fill = palette.ground;
    visuals.window_fill = palette.surface;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.popup_shadow = visuals.window_shadow;
    visuals.extreme_bg_color = palette.surface;
    visuals.text_edit_bg_color = Some(palette.surface);
    visuals.faint_bg_color = palette.inset;
    visuals.code_bg_color = palette.inset;
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.bad;
    visuals.weak_text_color = Some(palette.muted);
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    let widgets = &mut visuals.widgets;
    for (state, fill, edge, width, ink) in [
        (&mut widgets.noninteractive, palette.surface, palette.line, 1.0, palette.text),
        (&mut widgets.inactive, palette.surface, palette.edge, 1.0, palette.text),
        (&mut widgets.hovered, palette.inset, palette.accent, 1.0, palette.text),
        (&mut widgets.active, palette.accent_soft, palette.accent, 2.0, palette.text),
        (&mut widgets.open, palette.inset, palette.accent, 1.0, palette.text),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(width, edge);
        state.fg_stroke = Stroke::new(1.5, ink);
        state.corner_radius = round;
        state.expansion = 0.0;
    }
    visuals
}
