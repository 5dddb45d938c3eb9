//! The controls that pages are made of, one a file, each with examples that are its tests.
