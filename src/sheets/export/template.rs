//! An empty spreadsheet to fill in: headers, one example, choices and what each column means.

use rust_xlsxwriter::{Color, DataValidation, DataValidationErrorStyle, Format, Formula};

use super::{ColumnKind, ExportError, header_format, shown_width, title, workbook};
use crate::read::EXAMPLE_MARK;

/// Rows that offer the choices; more can be pasted, the check of the upload is the same.
const ROWS: u32 = 5_000;
/// The sheet that holds the choices; hidden, so that it is never taken for data.
const LISTS: &str = "lists";
/// The sheet that explains the columns.
const NOTES: &str = "填写说明";

/// A column of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// Its header.
    pub header: String,
    /// How its cells are formatted.
    pub kind: ColumnKind,
    /// Whether it must be filled.
    pub required: bool,
    /// What it means, for the notes.
    pub note: String,
    /// The choices; any text when empty.
    pub choices: Vec<String>,
    /// The example.
    pub example: String,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// The title of the sheet to fill in.
    pub title: String,
    /// Its columns.
    pub columns: Vec<TemplateColumn>,
}

/// Writes a template as the bytes of an xlsx file.
///
/// # Errors
/// When the template is larger than Excel allows.
pub fn template(template: &Template) -> Result<Vec<u8>, ExportError> {
    let mut book = workbook()?;
    let optional = header_format();
    let required = header_format().set_background_color("#FCE4C4");
    let example = Format::new().set_italic().set_font_color(Color::Gray).set_num_format("@");

    let page = book.add_worksheet();
    page.set_name(title(&template.title))?;
    page.set_freeze_panes(1, 0)?;
    for (at, column) in (0u16..).zip(&template.columns) {
        let format = match column.kind {
            ColumnKind::Text | ColumnKind::Digits => Format::new().set_num_format("@"),
            ColumnKind::Wrap => Format::new().set_num_format("@").set_text_wrap(),
            ColumnKind::Date => Format::new().set_num_format("yyyy-mm-dd"),
            ColumnKind::Number => Format::new(),
            ColumnKind::Money => Format::new().set_num_format("#,##0.00"),
        };
        page.set_column_format(at, &format)?;
        let widest = shown_width(&column.header).max(shown_width(&column.example)).clamp(6, 40) + 4;
        page.set_column_width(at, u32::try_from(widest).unwrap_or(44))?;
        page.write_string_with_format(0, at, &column.header, if column.required { &required } else { &optional })?;
        let text = if at == 0 { format!("{EXAMPLE_MARK} {}", column.example) } else { column.example.clone() };
        page.write_string_with_format(1, at, text.trim_end(), &example)?;
        if let Ok(last @ 1..) = u32::try_from(column.choices.len()) {
            let choice = DataValidation::new()
                .allow_list_formula(Formula::new(format!(
                    "{LISTS}!${letters}$1:${letters}${last}",
                    letters = letters(at)
                )))
                // Other writings of a word are understood on upload, so this only warns.
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_title("不在可选内容中")?
                .set_error_message("请从下拉列表中选择。")?;
            page.add_data_validation(1, at, ROWS, at, &choice)?;
        }
    }

    let notes = book.add_worksheet();
    notes.set_name(NOTES)?;
    for ((at, header), width) in (0u16..).zip(["列名", "必填", "说明", "可选内容"]).zip([22u8, 8, 60, 40]) {
        notes.write_string_with_format(0, at, header, &optional)?;
        notes.set_column_width(at, width)?;
    }
    let wrap = Format::new().set_text_wrap();
    for (row, column) in (1u32..).zip(&template.columns) {
        notes.write_string(row, 0, &column.header)?;
        notes.write_string(row, 1, if column.required { "必填" } else { "" })?;
        notes.write_string_with_format(row, 2, &column.note, &wrap)?;
        notes.write_string_with_format(row, 3, column.choices.join("、"), &wrap)?;
    }
    let below = u32::try_from(template.columns.len()).unwrap_or(0) + 2;
    let remark = format!("以“{EXAMPLE_MARK}”开头的行不会导入，可以保留或删除。橙色表头为必填列。");
    notes.write_string(below, 0, remark)?;

    let lists = book.add_worksheet();
    lists.set_name(LISTS)?.set_hidden(true);
    for (at, column) in (0u16..).zip(&template.columns) {
        for (row, choice) in (0u32..).zip(&column.choices) {
            lists.write_string(row, at, choice)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// The letters of a column: A, B, … Z, AA, …
fn letters(column: u16) -> String {
    let mut left = u32::from(column) + 1;
    let mut out = Vec::new();
    while left > 0 {
        left -= 1;
        out.push(char::from_digit(left % 26 + 10, 36).unwrap_or('a').to_ascii_uppercase());
        left /= 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let wanted = [(0, "A"), (20, "U"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        assert_eq!(wanted.map(|(column, _)| letters(column)), wanted.map(|(_, text)| text.to_owned()));
    }
}
