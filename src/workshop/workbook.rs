//! The table of texts as files that translators open: a workbook (xlsx), a sheet each, or one table (csv).

use super::sheet::Row;
use crate::locale::Language;
use crate::pack::slots::Sheet;
use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Color, Format, FormatAlign, Workbook, XlsxError};
use std::collections::BTreeMap;
use std::io::Cursor;

const SHEET: &str = "sheet";
const KEY: &str = "key";
const NUMBER: &str = "n";
const CONDITION: &str = "condition";
const CONTEXT: &str = "context";
const MISSING: &str = "missing";

/// A table that cannot be read: the sheet or row, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// `lines:12`
    pub place: String,
    /// Key of its words in `workshop.ftl`, or what the reader said.
    pub why: String,
}

fn header(languages: &[Language]) -> Vec<&'static str> {
    let codes = languages.iter().map(|language| language.code());
    [KEY, NUMBER, CONDITION].into_iter().chain(codes).chain([CONTEXT, MISSING]).collect()
}

fn cells(row: &Row, languages: &[Language]) -> Vec<String> {
    let missing: Vec<&str> = row.missing.iter().map(|language| language.code()).collect();
    let mut cells = vec![row.key.clone(), row.number.to_string(), row.condition.clone()];
    cells.extend(languages.iter().map(|language| row.texts.get(language).cloned().unwrap_or_default()));
    cells.extend([row.context.clone(), missing.join(" ")]);
    cells
}

/// A workbook with a sheet for each kind of text; what a language lacks is coloured.
///
/// # Errors
/// A text longer than a cell can hold (32 767 characters).
pub fn to_xlsx(rows: &[Row], languages: &[Language]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold();
    let lacking = Format::new().set_background_color(Color::RGB(0xFF_E0_B2)).set_text_wrap();
    for sheet in Sheet::ALL {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.sheet == sheet).collect();
        if rows.is_empty() {
            continue;
        }
        let worksheet = workbook.add_worksheet().set_name(sheet.name())?;
        worksheet.set_freeze_panes(1, 1)?;
        for (column, name) in (0_u16..).zip(header(languages)) {
            let width = match name {
                KEY => 34.0,
                NUMBER => 4.0,
                CONDITION => 16.0,
                CONTEXT => 30.0,
                MISSING => 9.0,
                _ => 70.0,
            };
            worksheet.set_column_width(column, width)?;
            worksheet.write_string_with_format(0, column, name, &bold)?;
        }
        for (line, row) in (1_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells(row, languages)) {
                let language = usize::from(column).checked_sub(3).and_then(|at| languages.get(at));
                let lacks = language.is_some_and(|language| row.missing.contains(language));
                let format = if lacks { &lacking } else { &wrapped };
                worksheet.write_string_with_format(line, column, &cell, format)?;
            }
        }
    }
    workbook.save_to_buffer()
}

/// One table, UTF-8, the kind of text in the first column.
///
/// # Errors
/// None that writing into memory can have; the type is the writer's.
pub fn to_csv(rows: &[Row], languages: &[Language]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([SHEET].into_iter().chain(header(languages)))?;
    for row in rows {
        writer.write_record([row.sheet.name().to_owned()].into_iter().chain(cells(row, languages)))?;
    }
    writer.flush()?;
    writer.into_inner().map_err(|error| csv::Error::from(std::io::Error::other(error.to_string())))
}

/// Reads a workbook or a table, whichever the bytes are: its rows and the languages it has columns of.
pub fn read(bytes: &[u8]) -> Result<(Vec<Row>, Vec<Language>), Unreadable> {
    if bytes.starts_with(b"PK") { from_xlsx(bytes) } else { from_csv(bytes) }
}

fn from_xlsx(bytes: &[u8]) -> Result<(Vec<Row>, Vec<Language>), Unreadable> {
    let failed = |place: &str, why: String| Unreadable { place: place.to_owned(), why };
    let mut workbook =
        Xlsx::new(Cursor::new(bytes)).map_err(|error: calamine::XlsxError| failed("xlsx", error.to_string()))?;
    let (mut rows, mut languages) = (Vec::new(), Vec::new());
    for name in workbook.sheet_names() {
        let Some(sheet) = Sheet::from_name(&name) else { continue };
        let range = workbook.worksheet_range(&name).map_err(|error| failed(&name, error.to_string()))?;
        let mut lines = range.rows();
        let Some(header) = lines.next() else { continue };
        let columns: Vec<String> = header.iter().map(text).collect();
        for (number, cells) in (2..).zip(lines) {
            let cells: BTreeMap<&str, String> =
                columns.iter().map(String::as_str).zip(cells.iter().map(text)).collect();
            rows.extend(row(sheet, &cells, &format!("{name}:{number}"))?);
        }
        note(&columns, &mut languages);
    }
    Ok((rows, languages))
}

fn from_csv(bytes: &[u8]) -> Result<(Vec<Row>, Vec<Language>), Unreadable> {
    // Spreadsheets put a byte order mark before what they save as UTF-8, and take semicolons where commas are decimal marks.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(bytes);
    let failed = |place: String, why: String| Unreadable { place, why };
    let columns: Vec<String> = reader
        .headers()
        .map_err(|error| failed("csv:1".to_owned(), error.to_string()))?
        .iter()
        .map(str::to_owned)
        .collect();
    let (mut rows, mut languages) = (Vec::new(), Vec::new());
    for (number, record) in (2..).zip(reader.records()) {
        let place = format!("csv:{number}");
        let record = record.map_err(|error| failed(place.clone(), error.to_string()))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells: BTreeMap<&str, String> =
            columns.iter().map(String::as_str).zip(record.iter().map(str::to_owned)).collect();
        let name = cells.get(SHEET).map_or("", String::as_str);
        let sheet = Sheet::from_name(name).ok_or_else(|| failed(place.clone(), "sheet-unknown".to_owned()))?;
        rows.extend(row(sheet, &cells, &place)?);
    }
    note(&columns, &mut languages);
    Ok((rows, languages))
}

fn note(columns: &[String], languages: &mut Vec<Language>) {
    for language in columns.iter().filter_map(|name| Language::from_code(name)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        // A number a spreadsheet made of `1`.
        other => other.to_string(),
    }
}

/// `None`: an empty row.
fn row(sheet: Sheet, cells: &BTreeMap<&str, String>, place: &str) -> Result<Option<Row>, Unreadable> {
    let cell = |name: &str| cells.get(name).cloned().unwrap_or_default();
    let key = cell(KEY);
    if key.trim().is_empty() {
        return Ok(None);
    }
    let number = cell(NUMBER).trim().parse::<usize>().ok().filter(|number| *number > 0);
    let number = number.ok_or_else(|| Unreadable { place: place.to_owned(), why: "sheet-number".to_owned() })?;
    let texts = Language::ALL.into_iter().filter_map(|language| Some((language, cells.get(language.code())?.clone())));
    Ok(Some(Row {
        sheet,
        key,
        number,
        condition: cell(CONDITION),
        texts: texts.filter(|(_, text)| !text.is_empty()).collect(),
        context: cell(CONTEXT),
        missing: Vec::new(),
    }))
}
