"""DataFrame in, picture out: charts know column names and nothing of where they come from."""
