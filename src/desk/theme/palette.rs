//! The colours by what they mean, in each theme, and which may stand on which.

use super::Shade;
use bevy_egui::egui::Color32;

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
    /// Edges of what can be typed in or pressed.
    pub edge: Color32,
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
    /// Ground for what is bad.
    pub bad_soft: Color32,
    /// The ground of what ends or destroys something, and the ink on it.
    pub danger: Color32,
    /// Ink on danger.
    pub on_danger: Color32,
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
    edge: rgb(0x7F8C99),
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
    bad_soft: rgb(0xFBE5E3),
    danger: rgb(0xB3261E),
    on_danger: rgb(0xFFFFFF),
    other: rgb(0x4A4F9C),
    other_soft: rgb(0xE9EAF7),
};

const DARK: Palette = Palette {
    ground: rgb(0x10151A),
    surface: rgb(0x1A2129),
    inset: rgb(0x212A34),
    line: rgb(0x36424F),
    edge: rgb(0x6F7E8D),
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
    bad_soft: rgb(0x452522),
    danger: rgb(0xBD4038),
    on_danger: rgb(0xFFFFFF),
    other: rgb(0xB3B7F2),
    other_soft: rgb(0x2A2D4D),
};

/// Black and white with few strong colours, every edge drawn: for those who see little.
const CONTRAST: Palette = Palette {
    ground: rgb(0x000000),
    surface: rgb(0x000000),
    inset: rgb(0x000000),
    line: rgb(0x808080),
    edge: rgb(0xFFFFFF),
    text: rgb(0xFFFFFF),
    muted: rgb(0xE4E4E4),
    accent: rgb(0xFFE14D),
    on_accent: rgb(0x000000),
    accent_soft: rgb(0x2B2600),
    good: rgb(0x6BF29B),
    good_soft: rgb(0x00260F),
    warn: rgb(0xFFC15C),
    warn_soft: rgb(0x2E1F00),
    bad: rgb(0xFFA199),
    bad_soft: rgb(0x360906),
    danger: rgb(0xFFA199),
    on_danger: rgb(0x000000),
    other: rgb(0xA8D4FF),
    other_soft: rgb(0x001F3D),
};

/// A colour and what the palette calls it.
pub type Named = (&'static str, Color32);

impl Palette {
    /// The colours of a theme.
    pub const fn of(shade: Shade) -> &'static Palette {
        match shade {
            Shade::Light => &LIGHT,
            Shade::Dark => &DARK,
            Shade::Contrast => &CONTRAST,
        }
    }

    /// Every colour that texts and icons are drawn in, with a colour it is drawn on, both by name. What panels draw is
    /// held against this list by the pictures' test.
    pub fn inks_on_grounds(&self) -> Vec<(Named, Named)> {
        let grounds = [
            ("ground", self.ground),
            ("surface", self.surface),
            ("inset", self.inset),
            ("accent_soft", self.accent_soft),
            ("good_soft", self.good_soft),
            ("warn_soft", self.warn_soft),
            ("bad_soft", self.bad_soft),
            ("other_soft", self.other_soft),
        ];
        let mut pairs = vec![
            (("on_accent", self.on_accent), ("accent", self.accent)),
            (("on_danger", self.on_danger), ("danger", self.danger)),
        ];
        for ink in [("text", self.text), ("muted", self.muted)] {
            pairs.extend(grounds.map(|ground| (ink, ground)));
        }
        let [plain @ .., _, _, _, _, _] = grounds;
        for (ink, soft) in [
            (("accent", self.accent), grounds[3]),
            (("good", self.good), grounds[4]),
            (("warn", self.warn), grounds[5]),
            (("bad", self.bad), grounds[6]),
            (("other", self.other), grounds[7]),
        ] {
            pairs.extend(plain.map(|ground| (ink, ground)));
            pairs.push((ink, soft));
        }
        pairs.extend([
            (("warn", self.warn), ("accent_soft", self.accent_soft)),
            (("good", self.good), ("accent_soft", self.accent_soft)),
            (("bad", self.bad), ("accent_soft", self.accent_soft)),
            (("accent", self.accent), ("other_soft", self.other_soft)),
            (("warn", self.warn), ("other_soft", self.other_soft)),
        ]);
        pairs
    }
}

/// The contrast of two colours after WCAG 2.1 (success criterion 1.4.3): 1 to 21.
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour: Color32| {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_can_be_read_on_every_ground_it_stands_on() {
        for shade in Shade::ALL {
            // AA for text of any size; the theme for those who see little keeps AAA.
            let least = if shade == Shade::Contrast { 7.0 } else { 4.5 };
            for ((ink, ink_colour), (ground, ground_colour)) in Palette::of(shade).inks_on_grounds() {
                let ratio = contrast(ink_colour, ground_colour);
                assert!(ratio >= least, "{}: {ink} on {ground}: {ratio:.2}", shade.name());
            }
        }
    }

    #[test]
    fn the_edge_of_what_can_be_typed_in_or_pressed_is_seen() {
        for shade in Shade::ALL {
            let palette = Palette::of(shade);
            for ground in [palette.ground, palette.surface, palette.inset] {
                // Success criterion 1.4.11: 3 for the edges of controls.
                let ratio = contrast(palette.edge, ground);
                assert!(ratio >= 3.0, "{}: edge: {ratio:.2}", shade.name());
            }
        }
    }

    #[test]
    fn contrast_is_that_of_the_guideline() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Color32::from_gray(0x76), Color32::WHITE) - 4.54).abs() < 0.01);
    }
}
