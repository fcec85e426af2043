import { describe, expect, it } from "vitest";
import { compareStructure } from "./structure.js";

function lines(what: string, posts: readonly string[]): void {
  describe(what, () => {
    it.each(posts)("%s", (line) => {
      const { found, expected } = compareStructure(line);
      expect(found).toEqual(expected);
    });
  });
}

lines("every family of markers", [
  "{steps:{item=1:第一步:插入SIM卡}；{item=2:第二步:按住电源键}。{item=3:第三步:选择语言}}。",
  "{steps:{item=1:第1步，打开蓝牙}；{item=2:第2步，靠近手机}；{item=3:第3步，点击连接}}。",
  "{steps:{item=1:第 1 步 装好电池}\\n{item=2:第 2 步 合上后盖}}",
  "{steps:{item=1:步骤一：拆下外壳}；{item=2:步骤二：更换屏幕}}。",
  "{steps:{item=1:步骤1、下载固件}；{item=2:步骤2、进入刷机模式}}",
  "{steps:{item=1:第一步——插卡}；{item=2:第二步→开机}}。",
  "{steps:{item=1:步骤①：插卡}{item=2:步骤②：开机}}",
  "{steps:{item=1:Step 1: 登录账号}\\n{item=2:Step 2: 绑定设备}\\n{item=3:step3 完成}}",
  "{points:{item=1:1.便宜}；{item=2:2.好用}；{item=3:3.耐看}}。",
  "{points:{item=1:1．便宜}；{item=2:2．好用}}。",
  "{points:{item=1:1、便宜}；{item=2:2、好用}}。",
  "{points:{item=1:1)便宜}；{item=2:2)好用}}。",
  "{points:{item=1:1）便宜}；{item=2:2）好用}}。",
  "{points:{item=1:(1)便宜}；{item=2:(2)好用}}。",
  "{points:{item=1:（1）便宜}；{item=2:（2）好用}}。",
  "{points:{item=1:①便宜}{item=2:②好用}{item=3:③耐看}}",
  "{points:{item=1:❶便宜}{item=2:❷好用}{item=3:❸耐看}}",
  "{points:{item=1:➊便宜}{item=2:➋好用}}",
  "{points:{item=1:⑴便宜}{item=2:⑵好用}}",
  "{points:{item=1:⒈便宜}{item=2:⒉好用}}",
  "{points:{item=1:㈠便宜}{item=2:㈡好用}}",
  "{points:{item=1:1️⃣便宜}\\n{item=2:2️⃣好用}\\n{item=3:3️⃣耐看}}",
  "{points:{item=1:一、便宜}；{item=2:二、好用}；{item=3:三、耐看}}。",
  "{points:{item=1:（一）便宜}；{item=2:（二）好用}}。",
  "{points:{item=1:(一)便宜}；{item=2:(二)好用}}。",
  "{points:{item=1:Ⅰ.便宜}；{item=2:Ⅱ.好用}；{item=3:Ⅲ.耐看}}。",
  "{points:{item=1:１．便宜}；{item=2:２．好用}}。",
  "{points:{item=1:1：便宜}。{item=2:2：好用}。{item=3:3：耐看}}。",
  "{points:{item=1:01.便宜}；{item=2:02.好用}}。",
  "{points:{item=1:①甲}{item=2:②乙}{item=3:③丙}{item=4:④丁}{item=5:⑤戊}{item=6:⑥己}{item=7:⑦庚}{item=8:⑧辛}{item=9:⑨壬}{item=10:⑩癸}}",
]);

lines("where a list begins", [
  "{title:【三个优点】}{points:{item=1:1.快}；{item=2:2.稳}；{item=3:3.省}}。",
  "优点如下：{points:{item=1:1、快}；{item=2:2、稳}}。",
  "{hashtag:#评测#}{points:{item=1:①快}{item=2:②稳}}",
  "{emoticon:[话筒]}{points:{item=1:1.快}；{item=2:2.稳}}。",
  "优点{points:{item=1:1.快}{item=2:2.稳}{item=3:3.省}}",
  "{url:http://t.cn/zRabcde}{points:{item=1:1.快}；{item=2:2.稳}}。",
  "上文截断。{points:{item=4:④快}{item=5:⑤稳}{item=6:⑥省}}",
  "👉{points:{item=1:1.快}；{item=2:2.稳}}。",
]);

lines("where the last item ends", [
  "{points:{item=1:1.快}；{item=2:2.稳}}；3.",
  "{points:{item=1:1、比版本1、快}；{item=2:2、稳}}。",
  "{points:{item=1:1.快}；{item=2:2.稳}}。你喜欢吗？",
  "{points:{item=1:1.快！}{item=2:2.稳！}}欢迎转发收藏！",
  "{points:{item=1:1.快}；{item=2:2.稳}}。下载地址：{url:http://t.cn/zRabcde}",
  "{points:{item=1:1.快}；{item=2:2.稳}}下载地址：{url:http://t.cn/zRabcde}",
  "{points:{item=1:1.快}；{item=2:2.稳}}{hashtag:#评测#}{hashtag:#手机#}",
  "{points:{item=1:1.快}；{item=2:2.稳}}。{mention:@小米公司} {emoticon:[心]}",
  "{points:{item=1:1.快}；{item=2:2.稳}} {url:http://t.cn/zRabcde}",
  "{points:{item=1:1.安卓{url:http://t.cn/zRabcde}}；{item=2:2.苹果{url:http://t.cn/zRabcdf}}}。",
  "{points:{item=1:1. 快}\\n{item=2:2. 稳}}\\n大家觉得呢",
  "{points:{item=1:1. 快}\\n{item=2:2. 稳}}\\n今天天气不错",
  "{points:{item=1:1. 快。不卡}\\n{item=2:2. 稳。不死机；不发热}}",
  "{points:{item=1:1. 快\\n真的快}\\n{item=2:2. 稳\\n真的稳}}\\n大家觉得呢",
  "{points:{item=1:1.快。不卡}。{item=2:2.稳。不死机}}。买它！",
  "{points:{item=1:1.价格}，{item=2:2.外观}，{item=3:3.续航}}，你最看重哪个？",
  "中奖的是：{points:{item=1:①{mention:@甲甲}} {item=2:②{mention:@乙乙}} {item=3:③{mention:@丙丙}}}，请尽快私信。",
  "{points:{item=1:1.导演《甲》}{item=2:2.导演《乙》}{item=3:3.导演《丙》}}都是好片",
  "{points:{item=1:1.快…}{item=2:2.稳…}}",
  "{points:{item=1:1.快~}{item=2:2.稳~~}{item=3:3.省~}}买它~",
  "{points:{item=1:1.快}；{item=2:2.稳}}{mention:@小米公司}",
  "{points:{item=1:1.快}；{item=2:2.有事找{mention:@小米公司}}}",
  "{points:{item=1:①快}{item=2:②稳}}；缺点：{points:{item=1:①贵}{item=2:②重}}。",
  "{title:【蒸蛋】}做法：{steps:{item=1:1.打散鸡蛋}；{item=2:2.加水拌匀。入锅。大火蒸8分钟即可}}。",
  "{title:【蒸蛋】}做法：{steps:{item=1:1.打散鸡蛋}；{item=2:2.加水拌匀。入锅。盖上盖子。大火蒸8分钟即可}}。",
  "{title:【上】}{points:{item=1:1.快}；{item=2:2.稳}}{title:【下】}再说",
  "{repost=甲甲://{mention:@甲甲}:}{points:{item=1:1.快}；{item=2:2.稳}}{repost=乙乙://{mention:@乙乙}:}好",
]);

lines("lists in lists, and several lists", [
  "{points:{item=1:一、外观：{points:{item=1:1.轻}；{item=2:2.薄}}}。{item=2:二、性能：{points:{item=1:1.快}；{item=2:2.稳}}}}。",
  "{points:{item=1:1、外观{points:{item=1:①轻}{item=2:②薄}}}；{item=2:2、性能{points:{item=1:①快}{item=2:②稳}}}}。",
  "{points:{item=1:一、甲：{points:{item=1:（1）乙：{points:{item=1:①丙}{item=2:②丁}}}；{item=2:（2）戊}}}。{item=2:二、己}}。",
  "{points:{item=1:一、外观：{points:{item=1:1.轻}；{item=2:2.薄}}}。{item=2:二、性能很好。{points:{item=1:1.快}；{item=2:2.稳}}}}。",
  "{points:{item=1:1. 外观\\n{points:{item=1:(1) 轻}\\n{item=2:(2) 薄}}}\\n{item=2:2. 性能}}",
  "优点：{points:{item=1:1.快}；{item=2:2.稳}}。缺点：{points:{item=1:1.贵}；{item=2:2.重}}。",
  "{points:{item=1:①快}{item=2:②稳}}{points:{item=1:①贵}{item=2:②重}}",
  "优点：{points:{item=1:1.快}；{item=2:2.稳}}。缺点：{points:{item=1:①贵}{item=2:②重}}。",
  "上海：{points:{item=1:1. 外滩}；{item=2:2. 豫园}}\\n北京：{points:{item=1:1. 故宫}；{item=2:2. 天坛}}",
]);

lines("markers that a writer got wrong", [
  "{points:{item=1:1.快}；{item=2:2、稳}；{item=3:3.省}}。",
  "{points:{item=1:1.快}；{item=2:2.稳}；{item=4:4.省}}。",
  "{points:{item=1:1.1000元红包}；{item=2:2.2000元红包}}。",
  "{points:{item=1:1、快}；{item=2:2、稳}}。20、没有关系的数字",
  "{points:{item=1:1.省100元；比2.0版便宜}；{item=2:2.快}}。",
  "{points:{item=1:1.2个鸡蛋打散}；{item=2:2.3勺糖拌匀}}。",
]);

lines("no list", [
  "组合一：红色，方案二：蓝色",
  "初代Ⅰ很好，新款Ⅱ更好",
  "版本1.2.3发布，修复1.1的问题，2.0即将到来",
  "1.5元起，2.5元封顶",
  "1.25元起；2.75元封顶",
  "全场：1.5折；2.5折",
  "比分2:1，总分3:2",
  "8:30开门，9:30关门",
  "5.20到5.26，每天抽1位",
  "2015.1.2和2015.2.3",
  "No.1小米，No.2华为",
  "TOP1：甲，TOP2：乙",
  "3G、4G、5G都支持",
  "清河中街68号1号楼2单元301",
  "第3名甲，第2名乙，第1名丙",
  "榜单：3.甲 2.乙 1.丙",
  "1、2号线换乘",
  "等5、6分钟，3、4天到",
  "6月7、8号高考",
  "iOS 1.0、2.0、3.0",
  "iPhone4、iPhone5、S1、S2",
  "第一步很难，第二步更难",
  "迈出第一步。",
  "只要一步：第一步，重启。",
  "一、二、三，开始！",
  "周一、周二、周三都行",
  "高一、高二、高三",
  "选①还是②",
  "看图①再看图②",
  "先看图①再看表②吧",
  "按下图①，松开图②就好",
  "如图①和图②所示",
  "见表（1）、表（2）",
  "①②③都对",
  "①只有一条",
  "一等奖1名；二等奖2名；三等奖3名",
  "首先打开；其次点击；最后关闭",
  "5、4、3、2、1，发射",
  "1，2，3，木头人",
  "方程f(1)和f(2)",
  "￥1.便宜￥2.更便宜",
  "奖品1、手机；奖品2、耳机",
  "(002174)涨停，(600519)跌停",
  "4K、8K；1080P",
  "{mention:@小米1}、{mention:@小米2}、",
  "{title:【1、手机 2、电脑】}都有货",
  "{hashtag:#①手机②电脑#}都有货",
  "1.快{reply=甲甲://回复{mention:@甲甲}:}2.稳",
]);

describe("steps or points", () => {
  it.each([
    "做法：{steps:{item=1:1.切葱}；{item=2:2.葱花爆香}}。",
    "{title:【怎么截屏】}{steps:{item=1:①按住音量键}{item=2:②同时按电源键}}",
    "{steps:{item=1:1.打开设置}；{item=2:2.点击关于}；{item=3:3.连点版本号}}。",
    "{steps:{item=1:一、注册}；{item=2:二、登录}；{item=3:三、领取}}。",
    "三种方法：{points:{item=1:1.打开设置}；{item=2:2.点击图标}}。",
    "怎么选：{points:{item=1:1.外观}；{item=2:2.价格}}。",
    "{points:{item=1:1.烤焦的肉}；{item=2:2.腌制的菜}}。",
    "{points:{item=1:1.用户多}；{item=2:2.加油站少}}。",
    "{points:{item=1:1.善于倾听}；{item=2:2.懂得感恩}}。",
  ])("%s", (line) => {
    const { found, expected } = compareStructure(line);
    expect(found).toEqual(expected);
  });
});
