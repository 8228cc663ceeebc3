"""What a build makes beside the pages: worksheets and their PDFs."""
