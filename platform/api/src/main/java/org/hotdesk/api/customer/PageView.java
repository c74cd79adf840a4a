package org.hotdesk.api.customer;

import java.time.Instant;

/** A page that a visitor looked at, since when. */
public record PageView(String url, String title, Instant at) {}
