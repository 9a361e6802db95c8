/** Telling people outside the page: DingTalk robot, e-mail, webhook; with an outbox and retries. */
@NullMarked
package io.zaigang.dashboard.notify;

import org.jspecify.annotations.NullMarked;
