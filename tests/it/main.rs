mod relations_in_words;
