/** Who may call what: sessions, the service token, headers and refusals. */
@NullMarked
package io.zaigang.dashboard.security;

import org.jspecify.annotations.NullMarked;
