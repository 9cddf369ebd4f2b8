use super::*;

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/samples/{name}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn every_sample_is_made_and_is_the_same_twice() {
    for (layout, name) in [
        (Layout::Agreement, "agreement_zh"),
        (Layout::Agreement, "agreement_long"),
        (Layout::Agreement, "agreement_en"),
        (Layout::Certificate, "certificate_zh"),
    ] {
        let data = sample(name);
        let first = pdf(layout, &data).unwrap();
        assert!(first.starts_with(b"%PDF-"), "{name}");
        assert_eq!(first, pdf(layout, &data).unwrap(), "{name}");
    }
}

#[test]
fn what_is_not_the_layouts_is_told() {
    assert!(matches!(pdf(Layout::Agreement, b"{}"), Err(PaperError::Layout(_))));
    assert!(matches!(pdf(Layout::Agreement, b"not json"), Err(PaperError::Layout(_))));
}

#[test]
fn the_fonts_have_what_names_are_written_with() {
    let covers = |c: char| HOUSE.fonts.iter().any(|font| font.info().coverage.contains(c.into()));
    // A rare name of the region's register, fullwidth marks, letters, figures.
    for c in "䶮㛃呼伦贝尔孵化协议，。（）《》“”—…·ABCxyz0123㎡".chars() {
        assert!(covers(c), "{c}");
    }
    assert!(!covers('\u{E000}'), "a font that has everything proves nothing");
}

#[test]
fn a_code_is_a_square_with_its_three_marks() {
    let code = qr("https://fuhua.example.org/verify/7Q4M2XKD9P").unwrap();
    assert!(code.iter().all(|row| row.len() == code.len()), "{}", code.len());
    let far = code.len() - 7;
    for (x, y) in [(0, 0), (far, 0), (0, far)] {
        assert!((0..7).all(|n| code[y][x + n] == 1 && code[y + n][x] == 1 && code[y + 6][x + n] == 1));
        assert_eq!((code[y + 1][x + 1], code[y + 3][x + 3]), (0, 1));
    }
    assert_eq!(qr(&"x".repeat(5_000)), None);
}
