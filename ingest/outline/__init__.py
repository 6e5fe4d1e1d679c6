"""From the lines of a document to paragraphs and notes: what the lists that number like the Wassenaar List share."""
