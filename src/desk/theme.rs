//! The look: colours (light and dark), type, spacing. Every colour a panel uses is named here by what it means.

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
}

impl Shade {
    /// Name in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Shade::Light => "light",
            Shade::Dark => "dark",
        }
    }
    /// The shade of that name.
    pub fn from_name(name: &str) -> Option<Shade> {
        [Shade::Light, Shade::Dark].into_iter().find(|shade| shade.name() == name)
    }
}

/// Text sizes offered, in percent.
pub const TEXT_SIZES: [u16; 7] = [80, 90, 100, 115, 130, 150, 200];

/// The colours by meaning.
#[derive(Debug, Clone, Copy)]
pub struct Palette {
    /// Behind the cards.
    pub ground: Color32,
    /// Cards and fields.
    pub surface: Color32,
    /// Set into a card: lists, quiet areas.
    pub inset: Color32,
    /// Edges and separators.
    pub line: Color32,
    /// Running text and headings.
    pub text: Color32,
    /// Text of second rank.
    pub muted: Color32,
    /// What can be pressed, what is current.
    pub accent: Color32,
    /// Ink on the accent.
    pub on_accent: Color32,
    /// Ground of what is current or chosen.
    pub accent_soft: Color32,
    /// Passed, done, within the target.
    pub good: Color32,
    /// Ground for good.
    pub good_soft: Color32,
    /// Needs attention.
    pub warn: Color32,
    /// Ground for warnings.
    pub warn_soft: Color32,
    /// Failed, refused, over the target.
    pub bad: Color32,
    /// The ground of what ends or destroys something, and the ink on it.
    pub danger: Color32,
    /// Ink on danger.
    pub on_danger: Color32,
    /// Ground for what is bad.
    pub bad_soft: Color32,
    /// The other side, where the two sides are told apart.
    pub other: Color32,
    /// Ground for the other side.
    pub other_soft: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const LIGHT: Palette = Palette {
    ground: rgb(0xEEF1F4),
    surface: rgb(0xFFFFFF),
    inset: rgb(0xF5F7F9),
    line: rgb(0xD5DBE2),
    text: rgb(0x17212B),
    muted: rgb(0x52606E),
    accent: rgb(0x0B6672),
    on_accent: rgb(0xFFFFFF),
    accent_soft: rgb(0xDDEFF0),
    good: rgb(0x1B7040),
    good_soft: rgb(0xE0F2E7),
    warn: rgb(0x855400),
    warn_soft: rgb(0xFBEFD7),
    bad: rgb(0xB3261E),
    danger: rgb(0xB3261E),
    on_danger: rgb(0xFFFFFF),
    bad_soft: rgb(0xFBE5E3),
    other: rgb(0x4A4F9C),
    other_soft: rgb(0xE9EAF7),
};

const DARK: Palette = Palette {
    ground: rgb(0x10151A),
    surface: rgb(0x1A2129),
    inset: rgb(0x212A34),
    line: rgb(0x36424F),
    text: rgb(0xE9EDF1),
    muted: rgb(0xA9B5C1),
    accent: rgb(0x62C6CF),
    on_accent: rgb(0x06262A),
    accent_soft: rgb(0x17383D),
    good: rgb(0x74D19C),
    good_soft: rgb(0x17372A),
    warn: rgb(0xF0BC63),
    warn_soft: rgb(0x3B2E14),
    bad: rgb(0xF5938A),
    danger: rgb(0xBD4038),
    on_danger: rgb(0xFFFFFF),
    bad_soft: rgb(0x452522),
    other: rgb(0xB3B7F2),
    other_soft: rgb(0x2A2D4D),
};

/// The colours of a shade.
pub fn palette_of(shade: Shade) -> &'static Palette {
    match shade {
        Shade::Light => &LIGHT,
        Shade::Dark => &DARK,
    }
}

/// The colours in use.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

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
    let ready = ctx.data(|data| data.get_temp::<(bool, u16)>(wanted));
    if ready != Some((shade == Shade::Dark, text_percent)) {
        if ready.is_none() {
            ctx.set_fonts(fonts());
        }
        ctx.set_theme(match shade {
            Shade::Light => Theme::Light,
            Shade::Dark => Theme::Dark,
        });
        ctx.style_mut_of(Theme::Light, |style| dress(style, &LIGHT, text_percent));
        ctx.style_mut_of(Theme::Dark, |style| dress(style, &DARK, text_percent));
        ctx.data_mut(|data| data.insert_temp(wanted, (shade == Shade::Dark, text_percent)));
        ctx.request_repaint();
    }
    ready.is_some()
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
    };
    add("inter", include_bytes!("../../assets/fonts/Inter-Regular.otf"));
    add("inter-strong", include_bytes!("../../assets/fonts/Inter-SemiBold.otf"));
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
        (TextStyle::Body, plain(14.0)),
        (TextStyle::Button, plain(14.0)),
        (TextStyle::Small, plain(12.0)),
        (TextStyle::Monospace, FontId::new(size(13.0), FontFamily::Monospace)),
        (style::title(), heavy(15.0)),
        (style::figure(), heavy(28.0)),
        (style::strong(), heavy(14.0)),
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
        (&mut widgets.inactive, palette.surface, palette.line, 1.0, palette.text),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance after WCAG 2.1.
    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_colour_can_be_read_on_every_ground_it_stands_on() {
        for palette in [&LIGHT, &DARK] {
            let grounds = [palette.ground, palette.surface, palette.inset];
            let mut pairs = vec![
                (palette.on_accent, palette.accent),
                (palette.on_danger, palette.danger),
                (palette.text, palette.accent_soft),
                (palette.accent, palette.accent_soft),
                (palette.good, palette.good_soft),
                (palette.warn, palette.warn_soft),
                (palette.bad, palette.bad_soft),
                (palette.text, palette.warn_soft),
                (palette.text, palette.bad_soft),
                (palette.text, palette.other_soft),
                (palette.other, palette.other_soft),
                (palette.muted, palette.accent_soft),
                (palette.muted, palette.other_soft),
            ];
            for ink in [palette.text, palette.muted, palette.accent, palette.good, palette.warn, palette.bad] {
                pairs.extend(grounds.map(|ground| (ink, ground)));
            }
            for (ink, ground) in pairs {
                let ratio = contrast(ink, ground);
                assert!(ratio >= 4.5, "{ink:?} on {ground:?}: {ratio:.2}");
            }
        }
    }
}
