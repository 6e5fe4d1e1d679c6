"""The Korean Foreign Trade Act from a JSON extract of the official Open API."""
