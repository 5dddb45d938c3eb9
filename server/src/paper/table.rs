//! A table: a row is kept together, and the names of the columns are said again for eyes on the next page.

use krilla::tagging::{TableHeaderScope, Tag};

use super::{
    text::Line,
    writing::{LEADING, MARGIN, Paper, SIZE, WIDTH},
};

impl Paper {
    /// A table whose first row names the columns and whose first column names the rows; `shares` are of the width.
    pub fn table<const N: usize>(
        &mut self,
        shares: [f32; N],
        head: [String; N],
        rows: impl Iterator<Item = [String; N]>,
    ) {
        self.within(Tag::Table, |paper| {
            paper.need(6.0 * SIZE * LEADING);
            paper.row(&shares, &head, &head, true);
            for row in rows {
                paper.row(&shares, &head, &row, false);
            }
        });
    }

    fn row<const N: usize>(&mut self, shares: &[f32; N], head: &[String; N], cells: &[String; N], is_head: bool) {
        let width = WIDTH - 2.0 * MARGIN;
        let lines = |paper: &Self, cells: &[String; N], bold: bool| {
            let face = if bold { paper.bold } else { paper.regular };
            let cell = |at: usize| face.lines(&cells[at], SIZE, width * shares[at] - 8.0);
            std::array::from_fn::<_, N, _>(cell)
        };
        let laid = lines(self, cells, is_head);
        let height = |cells: &[Vec<Line>; N]| {
            let most = cells.iter().map(Vec::len).max().unwrap_or_default();
            (0..most).fold(SIZE * 0.5, |height, _| height + SIZE * LEADING)
        };
        let this = height(&laid);
        if self.need(this) && !is_head {
            // For eyes only: whoever listens is told the column of each cell.
            let again = lines(self, head, true);
            let tall = height(&again);
            self.cells(shares, again, |paper, _, write| write(paper, true));
            self.y += tall;
        }
        self.within(Tag::TR, |paper| {
            paper.cells(shares, laid, |paper, column, write| match (is_head, column) {
                (true, _) => paper.within(Tag::TH(TableHeaderScope::Column), |paper| write(paper, false)),
                (false, 0) => paper.within(Tag::TH(TableHeaderScope::Row), |paper| write(paper, false)),
                (false, _) => paper.within(Tag::TD, |paper| write(paper, false)),
            });
        });
        self.y += this;
    }

    fn cells<const N: usize>(
        &mut self,
        shares: &[f32; N],
        cells: [Vec<Line>; N],
        tagged: impl Fn(&mut Self, usize, &mut dyn FnMut(&mut Self, bool)),
    ) {
        let (top, width) = (self.y, WIDTH - 2.0 * MARGIN);
        let mut left = MARGIN;
        for (column, lines) in cells.into_iter().enumerate() {
            let mut lines = Some(lines);
            let wide = width * shares[column];
            tagged(self, column, &mut |paper, artifact| {
                for line in lines.take().unwrap_or_default() {
                    paper.line(line, SIZE, left, wide - 8.0, artifact);
                    paper.y += SIZE * LEADING;
                }
            });
            self.y = top;
            left += wide;
        }
    }
}
