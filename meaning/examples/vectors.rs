//! Meanings of the lines on standard input, 512 numbers a line: to hold against the published encoder.
use std::io::BufRead;
fn main() {
    let start = std::time::Instant::now();
    let encoder = headset_meaning::Encoder::new();
    eprintln!("read in {:?}", start.elapsed());
    let lines: Vec<String> = std::io::stdin().lock().lines().map_while(Result::ok).collect();
    let start = std::time::Instant::now();
    let meanings: Vec<_> = lines.iter().map(|line| encoder.meaning(line)).collect();
    eprintln!("{:?} a line", start.elapsed() / lines.len().max(1) as u32);
    for meaning in meanings {
        println!("{}", meaning.numbers().iter().map(i16::to_string).collect::<Vec<_>>().join(" "));
    }
}
