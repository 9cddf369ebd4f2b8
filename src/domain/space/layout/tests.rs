use proptest::prelude::*;

use super::*;
use crate::id::Id;

fn piece(n: u128, code: &str, kind: SpaceKind, whole: Option<u128>, area_m2: Option<f64>) -> Piece {
    let whole = whole.map(SpaceId::from_key);
    Piece { space: SpaceId::from_key(n), code: code.into(), kind, whole, seats: 4, area_m2, drawn: None }
}

/// Two rooms, an office with three desks in it, an open area with fifteen.
fn floor() -> Vec<Piece> {
    let mut pieces = vec![
        piece(1, "101", SpaceKind::Classroom, None, Some(80.0)),
        piece(2, "102", SpaceKind::Office, None, Some(18.0)),
        piece(3, "1-D", SpaceKind::OpenArea, None, None),
        piece(4, "103", SpaceKind::MeetingRoom, None, None),
    ];
    pieces.extend((1..=3).map(|n| piece(10 + n, &format!("102-{n}"), SpaceKind::Desk, Some(2), Some(4.0))));
    pieces.extend((1..=15).map(|n| piece(20 + n, &format!("1-D{n}"), SpaceKind::Desk, Some(3), Some(4.0))));
    pieces
}

fn within(inner: &Rect, outer: &Rect) -> bool {
    let slack = 0.02;
    inner.x >= outer.x - slack
        && inner.y >= outer.y - slack
        && inner.x + inner.w <= outer.x + outer.w + slack
        && inner.y + inner.h <= outer.y + outer.h + slack
}

fn checked(pieces: &[Piece]) -> Result<Drawing, TestCaseError> {
    let drawing = draw(pieces);
    let whole = Rect { x: 0.0, y: 0.0, w: drawing.width, h: drawing.height };
    for piece in pieces {
        let rect = drawing.places.get(&piece.space);
        prop_assert!(rect.is_some(), "{} is not drawn", piece.code);
        let rect = rect.copied().unwrap_or(whole);
        prop_assert!(rect.w > 0.0 && rect.h > 0.0, "{} is {rect:?}", piece.code);
        prop_assert!(within(&rect, &whole), "{} {rect:?} is off the floor {whole:?}", piece.code);
        if let Some(outer) = piece.whole.and_then(|whole| drawing.places.get(&whole)) {
            prop_assert!(within(&rect, outer), "{} {rect:?} is outside of its whole {outer:?}", piece.code);
        }
        for other in pieces.iter().filter(|other| other.space > piece.space && other.whole == piece.whole) {
            let there = drawing.places[&other.space];
            let near = Rect { w: (rect.w - 0.02).max(0.0), h: (rect.h - 0.02).max(0.0), ..rect };
            prop_assert!(!near.overlaps(&there), "{} {rect:?} over {} {there:?}", piece.code, other.code);
        }
    }
    Ok(drawing)
}

#[test]
fn every_space_has_a_place_of_its_own_within_its_whole() {
    let drawing = checked(&floor()).unwrap();
    assert_eq!(drawing.places.len(), 22);
    assert_eq!(drawing, draw(&floor()), "the same floor is always drawn alike");
    let mut shuffled = floor();
    shuffled.reverse();
    assert_eq!(drawing, draw(&shuffled), "whatever the order of the rows");
}

#[test]
fn what_was_drawn_by_hand_stays() {
    let mut pieces = floor();
    let hand = Rect { x: 3.0, y: 4.0, w: 10.0, h: 5.0 };
    pieces[0].drawn = Some(hand);
    let drawing = draw(&pieces);
    assert_eq!(drawing.places[&pieces[0].space], hand);
    let below = drawing.places.iter().filter(|(space, _)| **space != pieces[0].space).all(|(_, rect)| rect.y >= 9.0);
    assert!(below, "the rest comes below");
}

#[test]
fn an_empty_floor_is_empty() {
    assert!(draw(&[]).places.is_empty());
}

#[test]
fn codes_are_sorted_as_people_count() {
    let mut codes = ["1-D10", "1-D2", "201", "1-D1", "A3", "A12"];
    codes.sort_by_cached_key(|code| natural(code));
    assert_eq!(codes, ["1-D1", "1-D2", "1-D10", "201", "A3", "A12"]);
}

proptest! {
    #[test]
    fn any_floor_can_be_drawn(
        rooms in prop::collection::vec((prop::sample::select(SpaceKind::ALL), prop::option::of(1.0..600.0f64), 0..40usize), 0..12),
    ) {
        let mut pieces = Vec::new();
        for (n, (kind, area, desks)) in (1u128..).zip(rooms) {
            pieces.push(piece(n, &format!("{n}"), kind, None, area));
            if kind != SpaceKind::Desk {
                pieces.extend((1..=desks as u128).map(|d| piece(n * 1000 + d, &format!("{n}-{d}"), SpaceKind::Desk, Some(n), None)));
            }
        }
        checked(&pieces)?;
    }
}
