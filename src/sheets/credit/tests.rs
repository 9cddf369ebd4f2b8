use domain::code::Code;

use super::check_credit_code;

#[test]
fn codes_of_the_standard_pass() {
    for code in ["51150700MJY1234581", "52150702MJY678904D", "53150000MJY246802D", "53100000500019795A"] {
        assert_eq!(check_credit_code(code), Ok(()), "{code}");
    }
}

#[test]
fn each_fault_has_its_own_reason() {
    assert_eq!(check_credit_code("51150700MJY123458"), Err(Code::CreditCodeLength));
    assert_eq!(check_credit_code("51150700MOY1234581"), Err(Code::CreditCodeCharacter));
    assert_eq!(check_credit_code("51150700mjy1234581"), Err(Code::CreditCodeCharacter));
    assert_eq!(check_credit_code("51150700MJY1234582"), Err(Code::CreditCodeCheck));
    assert_eq!(check_credit_code("53100000500020462H"), Err(Code::CreditCodeCheck));
}
