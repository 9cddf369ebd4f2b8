use super::{initials, search_key, sort_key};

#[test]
fn each_character_gives_its_first_letter() {
    assert_eq!(initials("仁德礼社区健康协会"), "rdlsqjkxh");
    assert_eq!(initials("海拉尔区仁德礼社区健康协会"), "hleqrdlsqjkxh");
}

#[test]
fn a_name_with_er_is_found_by_both_spellings() {
    assert_eq!(search_key("海拉尔区仁德礼社区健康协会"), "hleqrdlsqjkxh hlrqrdlsqjkxh");
    assert_eq!(search_key("仁德礼社区"), "rdlsq");
}

#[test]
fn letters_and_digits_stay_and_signs_go() {
    assert_eq!(initials("Ａ B-12 （青年）Café 志愿者"), "ab12qncafézyz");
    assert_eq!(initials(" ·（）——"), "");
}

#[test]
fn a_character_with_several_readings_gives_the_usual_one() {
    assert_eq!(initials("重庆行会长乐"), "zqxhzl");
}

#[test]
fn names_sort_by_their_readings_syllable_by_syllable() {
    assert_eq!(sort_key("海拉尔Ａ（区）"), "hai la er a qu");
    let mut names = ["先锋", "西安", "阿荣", "张三", "ABC"];
    names.sort_by_key(|name| sort_key(name));
    assert_eq!(names, ["ABC", "阿荣", "西安", "先锋", "张三"]);
}
