//! Several ways into a table read as one ordered list, page by page.
//!
//! Who sees the things of two bases and of an organization walks three indexes; a thing may lie on two of
//! them. What the caller may not see is passed over, and never the place where a page ends, since its key
//! would tell of it.

use std::future::Future;

use crate::db::DbError;

/// Pages read for one page shown, when a filter lets little through; then the caller goes on.
const READS: usize = 20;
/// A short page is not read in short steps: most of what is read may not be shown.
const STEP: usize = 50;

/// What is done with a row that was come upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is not the caller's to see.
    Hidden,
    /// The caller may see it, and did not ask for it.
    Passed,
    /// It is in the list.
    Shown,
}

/// A page of rows along some paths, and the key of where the next one begins. `read` gives at most so many rows
/// of a path after a key, in order; `key` is unique and `order` compares rows as the paths are ordered.
///
/// # Errors
/// What the database says.
pub async fn page<P, R, K, Fut>(
    paths: &[P],
    after: Option<K>,
    limit: usize,
    read: impl Fn(P, Option<K>, usize) -> Fut,
    key: impl Fn(&R) -> K,
    order: impl Fn(&K, &K) -> std::cmp::Ordering,
    step: impl Fn(&R) -> Step,
) -> Result<(Vec<R>, Option<K>), DbError>
where
    P: Copy,
    K: Copy + PartialEq,
    Fut: Future<Output = Result<Vec<R>, DbError>>,
{
    let mut after = after;
    // Where the caller can go on: a place that is the caller's to know.
    let mut mark = None;
    let part = limit.max(STEP);
    let mut found: Vec<R> = Vec::new();
    for _ in 0..READS {
        let mut rows: Vec<R> = Vec::new();
        let mut full = false;
        for path in paths {
            let some = read(*path, after, part + 1).await?;
            full |= some.len() > part;
            rows.extend(some);
        }
        rows.sort_by(|a, b| order(&key(a), &key(b)));
        rows.dedup_by(|a, b| key(a) == key(b));
        // Of a path that had more, nothing past the shortest part is known yet.
        if full {
            rows.truncate(part);
        }
        for row in rows {
            if found.len() == limit {
                return Ok((found, mark));
            }
            after = Some(key(&row));
            match step(&row) {
                Step::Hidden => {}
                Step::Passed => mark = after,
                Step::Shown => {
                    mark = after;
                    found.push(row);
                }
            }
        }
        if !full {
            return Ok((found, None));
        }
    }
    Ok((found, mark))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// Rows of two paths: even numbers, and multiples of three; a number may lie on both.
    async fn walk(after: Option<u32>, limit: usize, step: impl Fn(&u32) -> Step) -> (Vec<u32>, Option<u32>, usize) {
        let reads = Mutex::new(0);
        let read = |by: u32, after: Option<u32>, most: usize| {
            *reads.lock().unwrap() += 1;
            let rows: Vec<u32> =
                (0..2_000).filter(|n| n % by == 0 && after.is_none_or(|seen| *n > seen)).take(most).collect();
            async move { Ok(rows) }
        };
        let (rows, next) = page(&[2, 3], after, limit, read, |n| *n, u32::cmp, step).await.unwrap();
        let reads = *reads.lock().unwrap();
        (rows, next, reads)
    }

    #[tokio::test]
    async fn two_paths_give_one_order_without_gaps_and_twins() {
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let (rows, next, _) = walk(after, 7, |_| Step::Shown).await;
            all.extend(rows);
            after = next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(all, (0..2_000).filter(|n| n % 2 == 0 || n % 3 == 0).collect::<Vec<_>>());
    }

    #[tokio::test]
    async fn a_filter_that_lets_nothing_through_ends_and_can_be_gone_on_from() {
        let (rows, next, reads) = walk(None, 5, |n| if *n > 1_990 { Step::Shown } else { Step::Passed }).await;
        assert_eq!((rows, reads), (vec![], 2 * READS));
        let (rows, next, _) = walk(next, 5, |n| if *n > 1_990 { Step::Shown } else { Step::Passed }).await;
        assert_eq!((rows, next), (vec![1_992, 1_994, 1_995, 1_996, 1_998], None));
    }

    #[tokio::test]
    async fn a_page_never_ends_on_what_is_hidden() {
        let hide = |n: &u32| if n.is_multiple_of(4) { Step::Hidden } else { Step::Shown };
        let (rows, next, _) = walk(None, 3, hide).await;
        assert_eq!((rows, next), (vec![2, 3, 6], Some(6)));
        let (rows, next, _) = walk(None, 3, |_| Step::Hidden).await;
        assert_eq!((rows, next), (vec![], None));
    }
}
