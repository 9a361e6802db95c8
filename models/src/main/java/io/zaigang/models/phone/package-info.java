/** The second look at one person: is a phone in use at the hand, the face or in the lap. */
@NullMarked
package io.zaigang.models.phone;

import org.jspecify.annotations.NullMarked;
