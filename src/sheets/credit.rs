//! The check of a credit code that the spreadsheets use, behind one function.

use domain::code::Code;

/// The 31 characters of GB 32100-2015.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Checks length, alphabet and check character of a code in its normal form.
///
/// # Errors
/// The first reason that applies.
pub fn check_credit_code(code: &str) -> Result<(), Code> {
    if code.chars().count() != 18 {
        return Err(Code::CreditCodeLength);
    }
    let mut values = Vec::with_capacity(18);
    for c in code.chars() {
        values.push(ALPHABET.find(c).ok_or(Code::CreditCodeCharacter)?);
    }
    let Some((check, body)) = values.split_last() else { return Err(Code::CreditCodeLength) };
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    if (31 - sum % 31) % 31 == *check { Ok(()) } else { Err(Code::CreditCodeCheck) }
}

#[cfg(test)]
mod tests;
