use super::{DivisionIndex, DivisionRow, Divisions};
use crate::samples;

fn row(code: &str, name: &str, parent: &str) -> DivisionRow {
    DivisionRow { code: code.into(), name: name.into(), parent: parent.into() }
}

#[test]
fn counties_by_full_name_by_stem_and_with_the_city_before_them() {
    let index = samples::divisions();
    let code = |name: &str| index.find_county(name).map(|place| place.code);
    assert_eq!(code("海拉尔区").as_deref(), Some("150702"));
    assert_eq!(code("海拉尔").as_deref(), Some("150702"));
    assert_eq!(code("呼伦贝尔市海拉尔区").as_deref(), Some("150702"));
    assert_eq!(code("鄂温克旗").as_deref(), Some("150724"));
    assert_eq!(code(" 根河 市").as_deref(), Some("150785"));
}

#[test]
fn another_kind_of_place_is_another_place() {
    let index = samples::divisions();
    for name in ["海拉尔市", "阿荣市", "新巴尔虎旗", "呼伦贝尔市", "", "旗"] {
        assert_eq!(index.find_county(name), None, "{name}");
    }
}

#[test]
fn villages_forgive_the_ending_only_when_one_fits() {
    let index = DivisionIndex::new([
        row("150700", "呼市", "150000"),
        row("1", "大坝村村委会", "9"),
        row("2", "新风社区居民委员会", "9"),
        row("3", "新风村委会", "9"),
        row("4", "敖伦嘎查委员会", "9"),
    ]);
    let code = |name: &str| index.find_village("9", name).map(|place| place.code);
    assert_eq!(code("大坝村").as_deref(), Some("1"));
    assert_eq!(code("大坝村民委员会").as_deref(), Some("1"));
    assert_eq!(code("新风社区").as_deref(), Some("2"));
    assert_eq!(code("新风居委会").as_deref(), Some("2"));
    assert_eq!(code("新风").as_deref(), None);
    assert_eq!(code("大坝社区").as_deref(), None);
    assert_eq!(code("敖伦").as_deref(), Some("4"));
    assert_eq!(index.find_village("8", "大坝村"), None);
}

#[test]
fn streets_and_towns_of_one_name_are_told_apart() {
    let index = samples::divisions();
    let name = |name: &str| index.find_township("150702", name).map(|place| place.name);
    assert_eq!(name("正阳街道办事处").as_deref(), Some("正阳街道"));
    assert_eq!(name("正阳").as_deref(), Some("正阳街道"));
    assert_eq!(name("正阳镇"), None);
}

#[test]
fn authorities_are_the_country_the_region_the_city_and_its_counties() {
    let index = samples::divisions();
    for code in ["100000", "150000", "150700", "150702"] {
        assert!(index.is_authority(code), "{code}");
    }
    assert!(!index.is_authority("150701"));
    assert!(!index.is_authority("440300"));
    assert!(index.with_authority("152101").is_authority("152101"));
}

#[test]
fn another_csv_is_no_list_of_divisions() {
    assert!(DivisionIndex::from_csv("a,b\n1,2\n").is_none());
    assert!(DivisionIndex::from_csv("").is_none());
}
