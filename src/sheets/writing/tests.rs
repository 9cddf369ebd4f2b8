use chrono::NaiveDate;

use super::{DayForm, day, half_width, is_phone, join_lines, looks_like_formula, serial};

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

#[test]
fn dates_as_people_write_them() {
    let march = on(2019, 3, 5);
    for text in ["2019-03-05", "2019-3-5", "2019/3/5", " 2019-03-05 00:00:00", "2019-03-05T00:00:00", "2019/3/5 0:00"] {
        assert_eq!(day(text), Some((march, DayForm::Plain)), "{text}");
    }
    for text in ["2019年3月5日", "2019年03月05号", "2019 年 3 月 5 日", "2019.3.5", "20190305", "２０１９－０３－０５"]
    {
        assert_eq!(day(text), Some((march, DayForm::Other)), "{text}");
    }
    assert_eq!(day("43831"), Some((on(2020, 1, 1), DayForm::Serial)));
}

#[test]
fn what_is_no_date_or_could_be_two_is_none() {
    for text in [
        "",
        "2019-02-30",
        "03/05/2019",
        "5-3-2019",
        "19-3-5",
        "2019-3",
        "2019年3月",
        "99999",
        "438310",
        "1",
        "20191301",
        "2019-+3-5",
        "2019-3-5 08:30",
        "昨天",
        "2019--5",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn day_numbers_count_as_excel_counts() {
    assert_eq!(serial(42_484), Some(on(2016, 4, 24)));
    assert_eq!(serial(73_050), Some(on(2099, 12, 31)));
    assert_eq!(serial(17_898), None);
    assert_eq!(serial(u64::MAX), None);
}

#[test]
fn lines_are_joined_with_a_space_between_words_only() {
    assert_eq!(join_lines("牙克石市\n新风社区"), "牙克石市新风社区");
    assert_eq!(join_lines(" Hailar\r\nDistrict \n"), "Hailar District");
    assert_eq!(join_lines("\n\r\n"), "");
}

#[test]
fn wide_letters_become_plain() {
    assert_eq!(half_width("５１ＭＪ（〔ａ〕）\u{3000}社"), "51MJ(〔a〕) 社");
}

#[test]
fn formulas_are_seen_by_their_first_sign() {
    for text in ["=1", "+86", "-x", "@x", "＝1", "\t=1", "\r=1"] {
        assert!(looks_like_formula(text), "{text:?}");
    }
    assert!(!looks_like_formula("a=1"));
    assert!(!looks_like_formula(""));
}

#[test]
fn phones() {
    for good in ["13800001111", "19912345678", "0470-8223344", "04708223344", "010-12345678", "0470-8223344-801"] {
        assert!(is_phone(good), "{good}");
    }
    for bad in ["", "-", "12000001111", "1380000111", "8223344", "0470-82233", "0470-8223344-1-2", "00470-8223344", "a"]
    {
        assert!(!is_phone(bad), "{bad}");
    }
}
