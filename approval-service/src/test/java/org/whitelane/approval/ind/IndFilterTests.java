package org.whitelane.approval.ind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndFilterTests {

    @Test
    void aCompanyIsTheSameInBothKindsOfBrackets() {
        assertThat(IndFilter.sponsorKey("宝船生物医药科技（上海）有限公司"))
                .isEqualTo(IndFilter.sponsorKey(" 宝船生物医药科技(上海) 有限公司"))
                .isNotEqualTo(IndFilter.sponsorKey("宝船生物医药科技有限公司"));
        assertThat(IndFilter.sponsorKey("Example Bio Co., Ltd."))
                .isEqualTo(IndFilter.sponsorKey("EXAMPLE BIO CO., LTD."));
    }

    @Test
    void everyFilterIsAListOfItsOwn() {
        var all = new IndFilter(null, null, null);
        var bySponsor = new IndFilter(null, null, "甲公司");

        assertThat(bySponsor.scope())
                .isNotEqualTo(all.scope())
                .isEqualTo(new IndFilter(null, null, "甲 公司").scope());
    }
}
