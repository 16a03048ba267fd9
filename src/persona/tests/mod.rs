mod fixture;
mod moods;
mod properties;
mod rules;
mod scripts;
