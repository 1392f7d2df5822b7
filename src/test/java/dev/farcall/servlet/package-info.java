@NullMarked
package dev.farcall.servlet;

import org.jspecify.annotations.NullMarked;
