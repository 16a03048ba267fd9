//! The layout of `encoder.bin`, least significant byte first:
//!
//! `HEADSET-ENCODER1`; number of pieces u32; score of an unknown character f32; length of all spellings u32, the spellings
//! in ascending order, where each begins and the last ends u32; their scores f32; then, for the three marks
//! and every piece, its block u8; scale and least value of each block as lists; the token table, four 6-bit codes in three bytes;
//! the layers in the order they are used. A list is its length u32 and `f32` numbers; a matrix is outputs u32, inputs
//! u32, zero i32, scale f32 and a row of u8 steps for each output.

pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }
    pub fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }
    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
    fn word(&mut self) -> Option<[u8; 4]> {
        self.bytes(4)?.try_into().ok()
    }
    pub fn length(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.word()?)).ok()
    }
    pub fn whole(&mut self) -> Option<i32> {
        Some(i32::from_le_bytes(self.word()?))
    }
    pub fn number(&mut self) -> Option<f32> {
        Some(f32::from_le_bytes(self.word()?))
    }
    pub fn numbers(&mut self, length: usize) -> Option<Vec<f32>> {
        let bytes = self.bytes(length.checked_mul(4)?)?;
        Some(bytes.chunks_exact(4).map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
    }
    pub fn list(&mut self) -> Option<Vec<f32>> {
        let length = self.length()?;
        self.numbers(length)
    }
    pub fn lengths(&mut self, length: usize) -> Option<Vec<u32>> {
        let bytes = self.bytes(length.checked_mul(4)?)?;
        Some(bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect())
    }
}
