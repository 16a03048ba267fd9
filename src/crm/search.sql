-- The index of the search, made when it is first used: most of a robot's calls never search.

-- One row a customer (rowid = record.position), folded words: without case, accents and punctuation.
CREATE VIRTUAL TABLE search USING fts5 (
    name, number, place, email,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- The words that occur, to find what a misspelt one may have meant.
CREATE VIRTUAL TABLE word USING fts5vocab (search, 'row');
