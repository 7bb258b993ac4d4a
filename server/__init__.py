"""What stands between the browser and the pages: closed doors, headers, compression, warm-up."""
