//! Where things stand on a floor that nobody has drawn: rooms along the two long walls with a
//! passage between, open areas in the middle, desks in islands of their room or area.
//!
//! The same spaces always give the same drawing, so that people find a desk where it was.

use std::collections::{BTreeMap, BTreeSet};

use crate::{id::SpaceId, space::SpaceKind};

/// Depth of a room along a wall, metres: usually the first, a large hall up to the second.
const DEPTH: (f64, f64) = (6.0, 11.0);
/// Width of the passage, metres.
const PASSAGE: f64 = 2.0;
/// A desk seen from above, metres.
const DESK: (f64, f64) = (1.4, 0.7);
/// Between islands, so that chairs and people have a place.
const AISLE: f64 = 1.6;
/// Desks side by side in an island; two rows stand back to back.
const ABREAST: usize = 4;
/// Between a wall and what stands along it.
const MARGIN: f64 = 0.6;
/// The narrowest room and the narrowest floor.
const NARROWEST: (f64, f64) = (2.4, 20.0);

/// A rectangle on the floor, metres from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let apart = |a: f64, long: f64, b: f64| a + long <= b + 0.001;
        !(apart(self.x, self.w, other.x)
            || apart(other.x, other.w, self.x)
            || apart(self.y, self.h, other.y)
            || apart(other.y, other.h, self.y))
    }
    fn rounded(self) -> Self {
        let round = |metres: f64| (metres * 100.0).round() / 100.0;
        Self { x: round(self.x), y: round(self.y), w: round(self.w), h: round(self.h) }
    }
}

/// A space of the floor, as far as the drawing needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Which space.
    pub space: SpaceId,
    /// What is painted on the door; the order of the drawing.
    pub code: String,
    /// What it is.
    pub kind: SpaceKind,
    /// What it is part of.
    pub whole: Option<SpaceId>,
    /// How many people fit.
    pub seats: u32,
    /// Area, m².
    pub area_m2: Option<f64>,
    /// Where it was drawn by hand.
    pub drawn: Option<Rect>,
}

/// A floor as drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Where each space is.
    pub places: BTreeMap<SpaceId, Rect>,
    /// Width of the floor.
    pub width: f64,
    /// Height of the floor.
    pub height: f64,
}

/// Draws a floor. What was drawn by hand stays where it is; the rest comes below it.
#[must_use]
pub fn draw(pieces: &[Piece]) -> Drawing {
    let mut drawing = Drawing::default();
    let mut free: Vec<&Piece> = Vec::new();
    for piece in pieces {
        match piece.drawn {
            Some(rect) => drawing.put(piece.space, rect),
            None => free.push(piece),
        }
    }
    // In the order in which people count: desk 2 before desk 10.
    free.sort_by_cached_key(|piece| (natural(&piece.code), piece.space));
    let on_floor: BTreeSet<SpaceId> = pieces.iter().map(|piece| piece.space).collect();
    let parts = |of: SpaceId| free.iter().copied().filter(move |piece| piece.whole == Some(of)).collect::<Vec<_>>();
    let (loose, rooms): (Vec<&Piece>, Vec<&Piece>) = free
        .iter()
        .copied()
        .filter(|piece| piece.whole.is_none_or(|whole| !on_floor.contains(&whole)))
        .partition(|piece| piece.kind == SpaceKind::Desk);
    let (areas, rooms): (Vec<&Piece>, Vec<&Piece>) =
        rooms.into_iter().partition(|piece| piece.kind == SpaceKind::OpenArea);
    let top = if drawing.places.is_empty() { 0.0 } else { drawing.height + PASSAGE };

    let sizes: Vec<(f64, f64)> = rooms.iter().map(|room| room_size(room, parts(room.space).len())).collect();
    let (mut upper, mut lower) = (0.0f64, 0.0f64);
    let walls: Vec<(bool, f64)> = sizes
        .iter()
        .map(|(wide, _)| {
            let (up, edge) = if upper <= lower { (true, &mut upper) } else { (false, &mut lower) };
            let at = *edge;
            *edge += wide;
            (up, at)
        })
        .collect();
    let most = areas.iter().map(|area| parts(area.space).len()).chain([loose.len()]).max().unwrap_or(0);
    let width = upper.max(lower).max(NARROWEST.1).max(if most > 0 { band_width(most) } else { 0.0 });

    // Rooms stand at their outer wall; before the shallower ones the passage is wider.
    let deep = |side: bool| {
        let of_side = sizes.iter().zip(&walls).filter(|(_, (up, _))| *up == side);
        of_side.map(|((_, deep), _)| *deep).fold(0.0, f64::max)
    };
    let mut y = top + if upper > 0.0 { deep(true) + PASSAGE } else { 0.0 };
    for area in &areas {
        let desks = parts(area.space);
        let high = islands_height(desks.len(), width);
        drawing.put(area.space, Rect { x: 0.0, y, w: width, h: high });
        drawing.fill(Rect { x: 0.0, y, w: width, h: high }, &desks);
        y += high + PASSAGE;
    }
    if !loose.is_empty() {
        let high = islands_height(loose.len(), width);
        drawing.fill(Rect { x: 0.0, y, w: width, h: high }, &loose);
        y += high + PASSAGE;
    }
    let lowest = y + deep(false);
    for ((room, (wide, high)), (up, x)) in rooms.iter().zip(&sizes).zip(&walls) {
        let rect = Rect { x: *x, y: if *up { top } else { lowest - high }, w: *wide, h: *high };
        drawing.put(room.space, rect);
        drawing.furnish(rect, &parts(room.space), &parts);
    }
    drawing.width = drawing.width.max(width);
    drawing
}

impl Drawing {
    fn put(&mut self, space: SpaceId, rect: Rect) {
        let rect = rect.rounded();
        self.width = self.width.max(rect.x + rect.w);
        self.height = self.height.max(rect.y + rect.h);
        self.places.insert(space, rect);
    }

    /// Parts of a room: its desks in islands, other parts side by side.
    fn furnish<'a>(&mut self, room: Rect, inside: &[&'a Piece], parts: &impl Fn(SpaceId) -> Vec<&'a Piece>) {
        let (desks, others): (Vec<&Piece>, Vec<&Piece>) =
            inside.iter().copied().partition(|piece| piece.kind == SpaceKind::Desk);
        let shares = others.len() + usize::from(!desks.is_empty());
        let wide = room.w / count(shares.max(1));
        for (at, piece) in others.iter().enumerate() {
            let rect = Rect { x: room.x + wide * count(at), w: wide, ..room };
            self.put(piece.space, rect);
            // Deeper than a part of a part nothing is drawn within; wholes are at most four deep.
            self.fill(rect, &parts(piece.space));
        }
        if !desks.is_empty() {
            self.fill(Rect { x: room.x + wide * count(others.len()), w: wide, ..room }, &desks);
        }
    }

    /// Desks in islands within a rectangle, made smaller where they do not fit.
    fn fill(&mut self, area: Rect, desks: &[&Piece]) {
        if desks.is_empty() {
            return;
        }
        let per_row = islands_abreast(area.w);
        let rows = desks.len().div_ceil(2 * ABREAST).div_ceil(per_row);
        let abreast = ABREAST.min(desks.len().div_ceil(2));
        let wide = count(per_row.min(desks.len().div_ceil(2 * ABREAST))) * (count(abreast) * DESK.0 + AISLE) - AISLE;
        let high = count(rows) * (2.0 * DESK.1 + AISLE) - AISLE;
        let fits = ((area.w - MARGIN) / wide).min((area.h - MARGIN) / high).min(1.0);
        let (left, top) = (area.x + (area.w - wide * fits) / 2.0, area.y + (area.h - high * fits) / 2.0);
        for (at, desk) in desks.iter().enumerate() {
            let (island, place) = (at / (2 * ABREAST), at % (2 * ABREAST));
            let (across, down) = (island % per_row, island / per_row);
            // Back to back: two desks of a pair have neighbouring numbers.
            let (column, row) = (place / 2, place % 2);
            let x = count(across) * (count(ABREAST) * DESK.0 + AISLE) + count(column) * DESK.0;
            let y = count(down) * (2.0 * DESK.1 + AISLE) + count(row) * DESK.1;
            let rect = Rect { x: left + x * fits, y: top + y * fits, w: DESK.0 * fits, h: DESK.1 * fits };
            self.put(desk.space, rect);
        }
    }
}

/// Small numbers of things; a floor has at most some thousand.
fn count(things: usize) -> f64 {
    u32::try_from(things).map_or(f64::from(u32::MAX), f64::from)
}

/// Width and depth: at most about twice as wide as deep, as rooms are.
fn room_size(room: &Piece, parts: usize) -> (f64, f64) {
    // Without an area: two square metres a seat and the way to them.
    let area = room.area_m2.unwrap_or(f64::from(room.seats.min(200)) * 2.0 + 6.0).clamp(6.0, 400.0);
    let furnished = if parts == 0 { 0.0 } else { count(parts.div_ceil(2)).min(6.0) * DESK.0 + 2.0 * MARGIN };
    let deep = (area / 2.0).sqrt().clamp(DEPTH.0, DEPTH.1);
    ((area / deep).max(NARROWEST.0).max(furnished), deep)
}

fn islands_abreast(width: f64) -> usize {
    let island = count(ABREAST) * DESK.0 + AISLE;
    let fit = ((width - MARGIN + AISLE) / island).floor().clamp(1.0, 1000.0);
    // Clamped above: a small positive whole number.
    (1..=1000).take_while(|n| count(*n) <= fit).count().max(1)
}

fn islands_height(desks: usize, width: f64) -> f64 {
    let rows = desks.div_ceil(2 * ABREAST).div_ceil(islands_abreast(width)).max(1);
    count(rows) * (2.0 * DESK.1 + AISLE) - AISLE + 2.0 * MARGIN
}

/// As wide as makes a band of islands about four times as wide as high.
fn band_width(desks: usize) -> f64 {
    let islands = desks.div_ceil(2 * ABREAST);
    let abreast = (1..).find(|n| n * n >= islands).unwrap_or(1);
    count(abreast) * (count(ABREAST) * DESK.0 + AISLE) + 2.0 * MARGIN
}

/// A code for sorting: runs of digits by their value.
#[must_use]
pub fn natural(code: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    let mut rest = code;
    while !rest.is_empty() {
        let word = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (before, after) = rest.split_at(word);
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let (number, after) = after.split_at(digits);
        if !before.is_empty() {
            parts.push((u64::MAX, before.to_owned()));
        }
        if !number.is_empty() {
            parts.push((number.parse().unwrap_or(u64::MAX - 1), String::new()));
        }
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests;
