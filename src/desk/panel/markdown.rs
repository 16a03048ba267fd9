//! Markdown as the handbook uses it: headings, paragraphs, lists, emphasis, tables, links between pages.

use super::super::theme::{palette, strong, style};
use bevy_egui::egui::{self, FontFamily, FontId, RichText, TextFormat, TextStyle, text::LayoutJob};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A stretch of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Run {
    text: String,
    strong: bool,
    slanted: bool,
    code: bool,
    link: Option<String>,
}

/// A block of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Heading(u8, Vec<Run>),
    Paragraph(Vec<Run>),
    /// Depth from 0, the mark, the text.
    Item(usize, String, Vec<Run>),
    Quote(Vec<Run>),
    Code(String),
    Table(Vec<Vec<Vec<Run>>>),
    Rule,
}

/// Draws a text; returns the page a pressed link leads to (its file stem).
pub fn markdown_ui(ui: &mut egui::Ui, text: &str) -> Option<String> {
    let mut pressed = None;
    for (at, block) in blocks(text).iter().enumerate() {
        if let Some(link) = block_ui(ui, at, block) {
            pressed = Some(link);
        }
    }
    pressed
}

/// The first heading of a page: its title.
pub fn page_title(text: &str) -> Option<String> {
    blocks(text).into_iter().find_map(|block| match block {
        Block::Heading(_, runs) => Some(runs.into_iter().map(|run| run.text).collect()),
        _ => None,
    })
}

fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut runs: Vec<Run> = Vec::new();
    let (mut bold, mut slanted, mut link) = (0u32, 0u32, None::<String>);
    let mut lists: Vec<Option<u64>> = Vec::new();
    let (mut quote, mut code) = (0u32, None::<String>);
    let mut mark: Option<String> = None;
    let mut table: Vec<Vec<Vec<Run>>> = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold = bold.saturating_sub(1),
            Event::Start(Tag::Emphasis) => slanted += 1,
            Event::End(TagEnd::Emphasis) => slanted = slanted.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.to_string()),
            Event::End(TagEnd::Link) => link = None,
            Event::Start(Tag::BlockQuote(_)) => quote += 1,
            Event::End(TagEnd::BlockQuote(_)) => quote = quote.saturating_sub(1),
            Event::Start(Tag::CodeBlock(_)) => code = Some(String::new()),
            Event::End(TagEnd::CodeBlock) => out.extend(code.take().map(Block::Code)),
            Event::Start(Tag::List(start)) => {
                flush(&mut out, &mut runs, &mut mark, lists.len(), quote);
                lists.push(start);
            }
            Event::End(TagEnd::List(_)) => {
                lists.pop();
            }
            Event::Start(Tag::Item) => {
                mark = Some(match lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    _ => "•".to_owned(),
                });
            }
            Event::End(TagEnd::Item | TagEnd::Paragraph) => flush(&mut out, &mut runs, &mut mark, lists.len(), quote),
            Event::End(TagEnd::Heading(level)) => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                };
                out.push(Block::Heading(level, std::mem::take(&mut runs)));
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => table.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                if let Some(row) = table.last_mut() {
                    row.push(std::mem::take(&mut runs));
                }
            }
            Event::End(TagEnd::Table) => out.push(Block::Table(std::mem::take(&mut table))),
            Event::Rule => out.push(Block::Rule),
            Event::Text(text) => match &mut code {
                Some(code) => code.push_str(&text),
                None => runs.push(Run {
                    text: text.to_string(),
                    strong: bold > 0,
                    slanted: slanted > 0,
                    code: false,
                    link: link.clone(),
                }),
            },
            Event::Code(text) => {
                runs.push(Run { text: text.to_string(), code: true, link: link.clone(), ..Run::default() })
            }
            Event::SoftBreak => runs.push(Run { text: " ".into(), ..Run::default() }),
            Event::HardBreak => runs.push(Run { text: "\n".into(), ..Run::default() }),
            _ => {}
        }
    }
    flush(&mut out, &mut runs, &mut mark, lists.len(), quote);
    out
}

fn flush(out: &mut Vec<Block>, runs: &mut Vec<Run>, mark: &mut Option<String>, depth: usize, quote: u32) {
    if runs.is_empty() {
        return;
    }
    let runs = std::mem::take(runs);
    out.push(match (mark.take(), depth) {
        (Some(mark), _) => Block::Item(depth.saturating_sub(1), mark, runs),
        (None, depth) if depth > 0 => Block::Item(depth - 1, String::new(), runs),
        (None, _) if quote > 0 => Block::Quote(runs),
        (None, _) => Block::Paragraph(runs),
    });
}

fn block_ui(ui: &mut egui::Ui, at: usize, block: &Block) -> Option<String> {
    let colours = palette(ui);
    match block {
        Block::Heading(level, runs) => {
            if at > 0 {
                ui.add_space(6.0);
            }
            let text: String = runs.iter().map(|run| run.text.as_str()).collect();
            let name = if *level == 1 { TextStyle::Heading } else { style::title() };
            let size = if *level == 1 {
                18.0
            } else if *level == 2 {
                15.0
            } else {
                14.0
            };
            let scale = name.resolve(ui.style()).size / if *level == 1 { 22.0 } else { 15.0 };
            ui.label(RichText::new(text).font(FontId::new(size * scale, strong())).color(colours.text));
            None
        }
        Block::Paragraph(runs) => paragraph(ui, runs),
        Block::Item(depth, mark, runs) => {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.horizontal_top(|ui| {
                ui.add_space(8.0 + 16.0 * *depth as f32);
                ui.allocate_ui_with_layout(
                    egui::vec2(18.0, 18.0),
                    egui::Layout::left_to_right(egui::Align::TOP),
                    |ui| {
                        ui.label(RichText::new(mark).color(colours.accent));
                    },
                );
                ui.vertical(|ui| paragraph(ui, runs)).inner
            })
            .inner
        }
        Block::Quote(runs) => {
            let frame = egui::Frame::new()
                .fill(colours.accent_soft)
                .corner_radius(6)
                .inner_margin(egui::Margin::symmetric(12, 8));
            frame
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    paragraph(ui, runs)
                })
                .inner
        }
        Block::Code(text) => {
            egui::Frame::new().fill(colours.inset).corner_radius(6).inner_margin(egui::Margin::same(8)).show(
                ui,
                |ui| {
                    ui.set_width(ui.available_width());
                    ui.label(RichText::new(text.trim_end()).monospace().color(colours.text));
                },
            );
            None
        }
        Block::Table(rows) => table(ui, at, rows),
        Block::Rule => {
            ui.separator();
            None
        }
    }
}

fn table(ui: &mut egui::Ui, at: usize, rows: &[Vec<Vec<Run>>]) -> Option<String> {
    let colours = palette(ui);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let width = (ui.available_width() - 24.0) / columns as f32 - 12.0;
    let mut pressed = None;
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, colours.line))
        .corner_radius(6)
        .inner_margin(egui::Margin::same(8))
        .show(ui, |ui| {
            egui::Grid::new(("table", at)).num_columns(columns).spacing([12.0, 6.0]).striped(true).show(ui, |ui| {
                for (number, row) in rows.iter().enumerate() {
                    for cell in row {
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            let mut cell = cell.clone();
                            if number == 0 {
                                cell.iter_mut().for_each(|run| run.strong = true);
                            }
                            if let Some(link) = paragraph(ui, &cell) {
                                pressed = Some(link);
                            }
                        });
                    }
                    ui.end_row();
                }
            });
        });
    pressed
}

fn paragraph(ui: &mut egui::Ui, runs: &[Run]) -> Option<String> {
    let colours = palette(ui);
    if !runs.iter().any(|run| run.link.is_some()) {
        let size = TextStyle::Body.resolve(ui.style()).size;
        let mut job = LayoutJob::default();
        for run in runs {
            let family = if run.strong { strong() } else { FontFamily::Proportional };
            let family = if run.code { FontFamily::Monospace } else { family };
            job.append(
                &run.text,
                0.0,
                TextFormat {
                    font_id: FontId::new(if run.code { size - 1.0 } else { size }, family),
                    color: colours.text,
                    italics: run.slanted,
                    background: if run.code { colours.inset } else { egui::Color32::TRANSPARENT },
                    line_height: Some(size * 1.45),
                    ..TextFormat::default()
                },
            );
        }
        ui.label(job);
        return None;
    }
    let mut pressed = None;
    // A row of text is as high as text, not as a button.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(0.0, 2.0);
        for run in runs {
            let text = RichText::new(&run.text);
            let text = if run.strong { text.text_style(style::strong()) } else { text };
            match &run.link {
                Some(link) => {
                    if ui.link(text).clicked() {
                        pressed = Some(stem(link));
                    }
                }
                None => {
                    ui.label(text.color(colours.text));
                }
            }
        }
    });
    pressed
}

/// `../fr/billing.md#refunds` → `billing`.
fn stem(link: &str) -> String {
    let file = link.split('#').next().unwrap_or(link).rsplit('/').next().unwrap_or(link);
    file.strip_suffix(".md").unwrap_or(file).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_block_by_block() {
        let text = "# Title\n\nSome **bold** text.\n\n1. one\n2. two\n   - deep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let blocks = blocks(text);
        assert!(matches!(&blocks[0], Block::Heading(1, runs) if runs[0].text == "Title"));
        assert!(matches!(&blocks[1], Block::Paragraph(runs) if runs[1].strong && runs[1].text == "bold"));
        assert!(matches!(&blocks[2], Block::Item(0, mark, _) if mark == "1."));
        assert!(matches!(&blocks[3], Block::Item(0, mark, _) if mark == "2."));
        assert!(matches!(&blocks[4], Block::Item(1, mark, _) if mark == "•"));
        assert!(matches!(&blocks[5], Block::Table(rows) if rows.len() == 2 && rows[1].len() == 2));
    }

    #[test]
    fn links_lead_to_pages() {
        assert_eq!(stem("billing.md"), "billing");
        assert_eq!(stem("../fr/billing.md#refund"), "billing");
        assert_eq!(page_title("intro\n\n## The *heading*").as_deref(), Some("The heading"));
    }
}
