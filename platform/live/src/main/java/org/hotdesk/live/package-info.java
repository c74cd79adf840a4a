/** The live interface: what happens while people chat, over WebSocket. */
@NullMarked
package org.hotdesk.live;

import org.jspecify.annotations.NullMarked;
