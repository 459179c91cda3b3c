"""Line mode: a conversation line by line, for screen readers and plain terminals."""
