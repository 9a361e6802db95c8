/** Incidents: what the rules found, with stable identities. */
@NullMarked
package io.zaigang.domain.incident;

import org.jspecify.annotations.NullMarked;
