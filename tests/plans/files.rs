//! Word files made by hand: a package around the XML that a test writes.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The namespaces of the parts that tests write.
pub(crate) const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#,
    r#"xmlns:v="urn:schemas-microsoft-com:vml" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#,
);

/// Styles that a file of Word's has: headings, a quotation, and a list.
const STYLES: &str = r#"
    <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
      <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>"#;

/// A package of parts, each a name and its bytes.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a package").into_inner()
}

/// A Word file with a body, and parts such as `numbering` that are added by their kinds.
pub(crate) fn word_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles {NAMESPACES}>{STYLES}</w:styles>");
    let mut files = vec![
        ("word/document.xml".to_owned(), document),
        ("word/styles.xml".to_owned(), styles),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "word/document.xml")])),
    ];
    let mut kinds = vec![("styles", "styles.xml".to_owned())];
    for (kind, content) in parts {
        let root = match *kind {
            "header" => "hdr",
            "footer" => "ftr",
            kind => kind,
        };
        kinds.push((kind, format!("more-{kind}.xml")));
        let text = format!("<w:{root} {NAMESPACES}>{content}</w:{root}>");
        files.push((format!("word/more-{kind}.xml"), text));
    }
    let kinds: Vec<(&str, &str)> =
        kinds.iter().map(|(kind, name)| (*kind, name.as_str())).collect();
    files.push(("word/_rels/document.xml.rels".to_owned(), relations(&kinds)));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    package(&files)
}

/// A Word file with a body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    word_with(body, &[])
}

/// Relations from a part to others.
pub(crate) fn relations(targets: &[(&str, &str)]) -> String {
    let address = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |(number, (kind, target)): (usize, &(&str, &str))| {
        format!(r#"<Relationship Id="r{number}" Type="{address}/{kind}" Target="{target}"/>"#)
    };
    let relations: String = targets.iter().enumerate().map(relation).collect();
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    format!(r#"<Relationships xmlns="{namespace}">{relations}</Relationships>"#)
}

/// A paragraph.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", run("", text))
}

/// A paragraph in a style.
pub(crate) fn styled(style: &str, text: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, run("", text))
}

/// A paragraph in bold type.
pub(crate) fn bold(text: &str) -> String {
    format!("<w:p>{}</w:p>", run("<w:b/>", text))
}

/// A run with properties.
pub(crate) fn run(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A cell of a table: what stands in it is paragraphs and tables.
pub(crate) fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// A shaded cell with a bold text.
pub(crate) fn label(text: &str) -> String {
    cell(r#"<w:shd w:val="clear" w:fill="D9E2F3"/>"#, &bold(text))
}

/// A row of cells.
pub(crate) fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

/// A table of rows.
pub(crate) fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

/// A table of texts, the first row in bold as the heading row.
pub(crate) fn table_of(rows: &[&[&str]]) -> String {
    let rows = rows.iter().enumerate().map(|(number, texts)| {
        let paragraph = if number == 0 { bold } else { p };
        row(&texts.iter().map(|text| cell("", &paragraph(text))).collect::<Vec<_>>())
    });
    table(&rows.collect::<Vec<_>>())
}
