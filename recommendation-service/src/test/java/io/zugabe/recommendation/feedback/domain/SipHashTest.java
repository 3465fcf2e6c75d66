package io.zugabe.recommendation.feedback.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SipHashTest {

    private static final long K0 = 0x0706050403020100L;
    private static final long K1 = 0x0f0e0d0c0b0a0908L;

    /** From the paper's appendix and its reference implementation. */
    @Test
    void sums_areThoseOfTheReference() {
        byte[] bytes = new byte[15];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        assertEquals(0xa129ca6149be45e5L, SipHash.of(K0, K1, bytes, 15));
        assertEquals(0x726fdb47dd0e0e31L, SipHash.of(K0, K1, bytes, 0));
        assertEquals(0x93f5f5799a932462L, SipHash.of(K0, K1, bytes, 8));
    }
}
