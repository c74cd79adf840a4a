package org.hotdesk.benchmark.replay;

/** One thing that somebody said. */
record Turn(Speaker speaker, String text) {}
