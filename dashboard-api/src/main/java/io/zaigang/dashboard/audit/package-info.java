/** The register: who looked at which footage, signed in, or changed what. */
@NullMarked
package io.zaigang.dashboard.audit;

import org.jspecify.annotations.NullMarked;
