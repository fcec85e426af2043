import { describe, expect, it } from "vitest";
import { lexiconEngine } from "../../../src/engines/lexicon/index.js";

const engine = lexiconEngine();

/** `Chinese = English`, one construction of textbook Chinese a group. */
function group(what: string, rows: readonly string[]): void {
  describe(what, () => {
    it.each(rows.map((row) => row.split(" = ")))("%s = %s", (chinese, english) => {
      expect(engine.translateUnit({ text: chinese!, terms: [] }).text).toBe(english);
    });
  });
}

group("two clauses that no comma parts", ["我一到家就睡着了 = As soon as I got home, I fell asleep"]);

group("what is compared", [
  "今天比昨天冷多了 = Today is much colder than yesterday",
  "这两件衣服一样贵 = These two pieces of clothes are equally expensive",
]);

group("what is so to do, or so much that something follows", [
  "这个问题很难回答 = This question is very hard to answer",
  "我认识一个很难相处的人 = I know a person who is very hard to get along",
  "容易理解的文章 = Article that's easy to understand",
  "容易被骗的老人 = Old people who are easily cheated",
  "这是一个容易被忽略的事实 = This is a fact that's easily overlooked",
  "中文不容易被取代 = Chinese is not easily replaced",
  "他不知道自己有多幸运 = He doesn't know how lucky he is",
  "看看她多可爱 = Look how cute she is",
  "我想知道它有多贵 = I want to know how expensive it is",
  "这花多么漂亮啊 = How beautiful this flower is",
  "无论有多困难 = No matter how difficult it is",
  "给我看昨天拍的照片 = Show me the photo taken yesterday",
  "给我看看 = Show me",
  "妈妈给我讲了一个故事 = Mom told me a story",
  "跟我说说你的故事 = Tell me your story",
  "你送给我的礼物我很喜欢 = I really love the gift you give me",
  "学了三年中文 = Learned Chinese for three years",
  "她教了二十年英语 = She taught English for 20 years",
  "老婆都看傻了 = My wife was stunned",
  "我听呆了 = I was stunned",
  "结果忘了带钥匙 = In the end, forgot to bring the key",
  "结果发现没电了 = In the end, found it was out of battery",
  "结果让人失望 = The result is disappointing",
  "结果出来了 = The result came out",
  "英国首相卡梅伦今天辞职 = British Prime Minister Cameron resigns today",
  "法国总统马克龙访问中国 = French President Macron visits China",
  "英国首相今天辞职 = The British prime minister resigns today",
  "首相卡梅伦 = Prime Minister Cameron",
  "周二和周四门店免费清洁 = Store free cleaning on Tuesday and Thursday",
  "周六和周日我们休息 = On Saturday and Sunday, we rest",
  "他从北京飞回上海 = He flies back to Shanghai from Beijing",
  "我们开车回公司 = We drive back to the company",
  "一个星期过去了 = One week has passed",
  "半个小时过去了 = Half an hour has passed",
  "非去不可 = Have to go",
  "你非走不可吗 = Do you have to go",
  "他买了一台比这台便宜的电脑 = He bought a computer cheaper than this",
  "有比我更强的对手 = There's an opponent stronger than me",
  "放弃并不意味着失败 = Giving up does not mean failing",
  "我从学校回家的时候遇到了他 = I met him when going home from the school",
  "他之所以迟到是因为车太多 = He's late because there are too many cars",
  "我之所以喜欢它，是因为便宜 = I like it, because it's cheap",
  "他没来，因为太忙了 = He didn't come, because he was so busy",
  "我很开心，因为下雨了 = I'm very happy, because it rained",
  "属于你的时代来了 = The era that belongs to you is here",
  "他高兴得跳了起来 = He's so happy that he jumped up",
  "我忙得没时间吃饭 = I'm so busy that I have no time to eat",
]);

group("question words", [
  "你知道这是谁吗 = Do you know who this is",
  "你最喜欢什么颜色 = What color do you like most",
  "洗手间在哪里？ = Where is the restroom?",
  "是谁告诉你的 = Who told you",
  "他来了没有 = Did he come",
]);

group("question words that are of all or none", [
  "谁也不知道 = No one knows",
  "越来越多的人喜欢喝咖啡 = More and more people like to drink coffee",
]);

group("what a dictionary might say and nobody means", ["你妈来了 = Your mom came", "换SIM卡 = Change the SIM card"]);

it("begins no sentence where a unit goes on with one", () => {
  expect(engine.translateUnit({ text: "打开链接", terms: [], continues: true }).text).toBe("open the link");
});

group("what one suggests or supposes", [
  "我们走吧 = Let's leave",
  "他可能已经走了 = He may already have left",
  "我从来没去过北京 = I have never been to Beijing",
]);

group("how much and how long", [
  "电池容量提升了20% = The battery capacity improved by 20%",
  "客服将在48小时内与您联系 = Customer service will contact you within 48 hours",
  "充满电需要多长时间？ = How long does it take to fully charge?",
  "系统将于今晚23:00-次日6:00进行维护 = The system will carry out maintenance tonight from 23:00 to 6:00 the next day",
]);

group("whom and what one does something to", [
  "请将订单号发送到我们的邮箱 = Please send the order number to our email",
  "把手机放进口袋时请锁屏 = Please lock the screen when putting the phone in the pocket",
  "请勿将密码告诉他人 = Do not tell others the password",
  "系统会自动保存你的设置 = The system will save your settings automatically",
]);

group("where one goes to do something", [
  "我到北京出差 = I go to Beijing to go on a business trip",
  "我想去上海旅游 = I want to go to Shanghai to travel",
  "拿着证件到营业厅补卡 = Go to the service center to get a replacement SIM card with the document",
]);

group("what a condition leads to", ["如果您忘记了密码，可以重新设置 = If you forgot the password, you can set again"]);

group("what can be done, or cannot", [
  "我登录不了账号 = I can't log in to the account",
  "收不到验证码 = Can't receive the verification code",
  "网页打不开了怎么办？ = What to do if the web page cannot open?",
]);

group("amounts behind what they count", [
  "转发抽华为手表一块 = Repost, and we will give away a Huawei watch",
  "全麦面包两片 = Two slices of whole-wheat bread",
  "詹姆斯砍下30分10篮板8助攻 = James chops 30 points 10 rebounds 8 assists",
  "13代处理器 = 13th-generation processor",
  "考研倒计时30天 = 30 days to go until the postgraduate entrance exam",
  "转发抽华为手表一块 = Repost, and we will give away a Huawei watch",
  "赠电影票两张 = Give two movie tickets",
  "公司完成了一次收购 = The company completed an acquisition",
  "手机迎来两次升级 = The phone ushers in two upgrades",
  "我去过两次北京 = I have been to Beijing twice",
  "他们赠送蓝牙耳机一副 = They give a pair of Bluetooth earphones",
  "重量不到250克 = The weight is less than 250 grams",
  "续航时间长达34分钟 = The battery life is up to 34 minutes",
  "机身仅重1.2公斤 = The body only weighs 1.2 kilograms",
]);

group("what is due to something", [
  "由于受台风影响，广东、福建等地的快递可能会延迟送达 = Due to the typhoon, the package of Guangdong, Fujian and other places may arrive late",
]);

group("verbs that have no object", [
  "他去年在北京出差 = He went on a business trip in Beijing last year",
  "早上起来发现下雪了 = Get up in the morning to find it snowed",
]);

group("what something becomes, and what is said of a part", [
  "天气变得不那么冷了 = Weather became not so cold",
  "发布会大家看了吗？ = Did everyone look at the launch event?",
  "这款手机昨天价格下降了30% = Yesterday, the price of this phone fell by 30%",
]);

group("clauses in the place of a noun", [
  "研发实验室的灯亮了 = The light of the research and development laboratory lit up",
  "太阳探测科学技术试验卫星发射成功 = The sun exploration science and technology test satellite is launched successfully",
  "测试人员发现了问题 = The test staff found the problem",
  "我们测试软件 = We test software",
  "我现在最需要的是休息 = What I most need now is a rest",
  "你用的是什么手机？ = What phone do you use?",
  "用手机拍照真方便 = Taking photos with the phone is really convenient",
]);

group("times that are described, and times of day", [
  "今天是充满希望的一天 = Today is a day that's full of hope",
  "在北京度过了不错的一天 = Spent a good day in Beijing",
  "明天下午两点起飞 = Take off tomorrow at 2 pm",
]);

group("what one does so that something is done, and after what", [
  "重启手机完成升级 = Restart your phone to complete the upgrade",
  "升级完成后请重启手机 = Please restart your phone after the upgrade is completed",
]);

group("what one thinks of something, knows how to do, has ever done", [
  "你觉得这款手机怎么样？ = What do you think of this phone?",
  "我不知道怎么登录 = I don't know how to log in",
  "你有没有遇到过这种情况？ = Have you run into this situation?",
]);

group("anniversaries, and what is done at the same time", [
  "为庆祝成立十周年，公司举办抽奖活动 = To celebrate the tenth anniversary, the company holds the lucky draw",
  "庆祝学校建校100周年 = Celebrate the 100th anniversary of the school",
  "今天是我们结婚五周年 = Today is our fifth wedding anniversary",
  "今天是我们成立十周年的日子 = Today is the day of our tenth anniversary",
  "她一边听着音乐，一边等着朋友的到来 = She listens to music and waits for friends' arrival",
]);

group("how long one does something, and what one is asked to do on a condition", [
  "我等了整整一晚上 = I waited all night long",
  "公司多放三天假 = The company has three more days off",
  "上周请了两天假 = Took two days off last week",
  "昨天睡了十小时觉 = Slept for ten hours yesterday",
  "我昨晚少睡两小时 = I slept two hours less last night",
  "我已经等了两个小时了 = I have already waited for two hours",
  "如果您的手机无法开机，请先充电30分钟，然后长按电源键10秒 = If your phone fails to turn on, please charge for 30 minutes first, press and hold the power button for 10 seconds",
  "只要打开定位功能，就能知道手机在哪里 = As long as you turn on the locating feature, you can know where the phone is",
]);

group("what is here, and how much something is", [
  "新款手机来了！ = The new phone is here!",
  "这部电影太精彩了 = This movie is so exciting",
]);

group("numbers that are not sure", [
  "七八年前 = Seven or eight years ago",
  "三四百人 = 300 or 400 people",
  "等了2个多小时 = Waited for more than 2 hours",
  "预计三到五个工作日内发货 = Be expected to ship within three to five working days",
]);

group("what readers are asked to do, one after the other", ["请转发收藏 = Please repost and save"]);

group("only so much, and how well", [
  "以上价格均为券后价 = The above prices are all after-coupon prices",
  "每台手机均可参加 = Every phone can take part",
  "重量只有239克 = The weight is only 239 grams",
  "我们会把产品做得更好 = We will make the product better",
]);

group("where and when one meets", [
  "深圳见！ = See you in Shenzhen!",
  "9月1日深圳见 = See you in Shenzhen on September 1",
  "明天见！ = See you tomorrow!",
  "他想见你 = He wants to see you",
]);

group("what something is brought into, or has become", [
  "用清水冲干净 = Rinse clean with clear water",
  "我们把字体做大了 = We made the font bigger",
  "把声音调大一点 = Turn up the voice a bit",
  "充电速度提高到了120瓦 = The charging speed improved to 120 watts",
  "我的钱包已经空了 = My wallet is already empty",
  "手机掉进水里怎么办？ = What to do if the phone falls into water?",
]);

group("from when to when, and how far and how often", [
  "从今天起到月底都有优惠 = There's a discount from today to the end of the month",
  "从周一到周五都可以来 = Can come from Monday to Friday",
  "想知道自己的车能跑多远？ = Want to know how far your own car can run?",
  "你家的路由器多久重启一次？ = How often is your home's router restarted?",
  "我妈用了五年的手机终于坏了 = The phone my mom used for five years is finally broken",
  "双十一还没到 = Double 11 has not arrived yet",
]);

group("what it takes, and what is not easy", [
  "把照片传到电脑上只需要五分钟 = It only takes five minutes to spread the photo on the computer",
  "国产芯片走到今天不容易 = It's not easy for the domestic chip to come this far",
  "不是所有的快充都一样快 = Not all fast charging is equally fast",
  "他既会做饭又会开车 = He can both cook and drive",
]);

group("where one is, and where one puts something", [
  "答案在这里 = The answer is here",
  "我在国外 = I'm abroad",
  "手机放在枕头边 = The phone is put by the pillow",
]);

group("what is new, counted or left open", [
  "他买了新房子 = He bought a new house",
  "她说要买一个一模一样的 = She said she wanted to buy an identical one",
  "他花了三千块 = He spent 3000 yuan",
  "系统升级通知 = System upgrade notice",
]);

group("even, and all of somebody", [
  "连小狗都喜欢它 = Even the puppy likes it",
  "他连饭都没吃 = He didn't even eat the meal",
  "爱你们所有人 = Love all of you",
]);

group("fixed phrases that lack their end, or have more behind them", [
  "手把手教你拍出好看的照片 = Step-by-step guide on how to shoot the good photo",
  "教你轻松去除油渍 = Here's how to easily remove the oil stain",
  "这意味着明年的学费会更贵 = This means next year's tuition will be more expensive",
  "登录即送一张优惠券 = Log in to get a coupon",
  "别担心找不到座位 = Don't worry that you can't find the seat",
  "还有人没报名 = There are still people who did not sign up",
  "敬请期待下周的新品 = Stay tuned for next week's new product",
  "请放心食用 = Please feel free to eat",
  "来一起看电影 = Let's watch a movie",
]);

group("what easily happens, and what is easy to do", [
  "旧电池容易鼓包 = The old battery bulges easily",
  "新手容易犯这三个错误 = The beginner tends to make these three mistakes",
  "白色衣服容易脏 = White clothes get dirty easily",
  "这种电池更容易老化 = This battery ages more easily",
  "这款手机很薄，但容易发热 = This phone is very thin, but gets hot easily",
  "熬夜容易长痘 = It's easy to break out when staying up late",
  "容易发热的手机 = Phone that gets hot easily",
  "这款应用容易使用 = This app is easy to use",
]);

group("when and where somebody did something, and how long it took", [
  "我昨天是在外面吃的饭 = I had the meal outside yesterday",
  "他们用了不到一年的时间就建成了这座工厂 = They built this factory in less than one year",
  "我正在北京的公司开会 = I'm having a meeting in Beijing's company",
  "出货量同比增长8.3% = Shipments grew 8.3% year on year",
]);

group("what one teaches, by how much something is late, and how much better it is", [
  "教了她一晚上怎么用 = Taught her how to use it all night",
  "教你怎么挑西瓜 = Here's how to pick the watermelon",
  "教你三招解决手机发热 = Here are three tricks to solve the phone overheating",
  "抓紧时间参加吧 = Hurry and take part",
  "教你三招快速去污 = Here are three tricks to decontaminate quickly",
  "老师教我们怎么写作文 = Teachers teach us how to write the composition",
  "订单延迟两天发货 = The order is shipped two days late",
  "快递晚了三天才到 = The package arrived three days late",
  "公交车晚了半小时 = The bus was half an hour late",
  "新品提前一周上市 = The new product goes on sale one week in advance",
  "屏幕比上一代亮太多了 = The screen is much brighter than the previous generation",
  "这次比上次好多了 = This is much better than last time",
]);

group("currencies", [
  "售价新台币4,999元 = The price is NT$4,999",
  "门票1500台币 = The ticket is NT$1500",
  "起售价港币2999元 = The starting price is HK$2999",
  "售价为人民币1999元 = Be priced at 1999 yuan",
]);

group("what is about to be so", [
  "比赛快结束了 = The game is about to end",
  "手机快没电了 = The phone is almost out of battery",
  "孩子快上小学了 = Children are about to go to primary school",
  "他快三十岁了 = He's almost 30 years old",
  "我们快没时间了 = We are almost out of time",
  "票快卖完了 = The ticket is almost sold out",
  "快把门关上 = Close the door quickly",
]);

group("even if, if only, and not until", [
  "即使失败了，我也不后悔 = Even if I fail, I don't regret it",
  "即使输了比赛，他们也很开心 = Even if they lose the game, they're still very happy",
  "要是能早点知道就好了 = If only I could know early",
  "要是不下雨就好了 = If only it didn't rain",
  "直到现在我才明白 = I didn't understand until now",
  "我直到昨天才收到快递 = I didn't receive the package until yesterday",
]);

group("headlines of what is to happen", [
  "快递延误提醒 = Package delay reminder",
  "图书馆闭馆通知 = Library closure notice",
  "周末活动报名 = The weekend's event registration",
  "粉丝见面会报名 = Fan meeting registration",
  "旧手机回收活动 = Old phone recycling event",
  "取消航班20班次 = Cancel 20 flights",
  "航班延误了四个小时 = The flight was delayed four hours",
]);

group("how many there are, the more the better, and what a unit costs", [
  "由于订单较多，发货可能会延迟 = Because there are many orders, shipping may be delayed",
  "摄像头越多越好 = The more cameras, the better",
  "屏幕越大越贵 = The bigger the screen, the more expensive it gets",
  "大米五块钱一斤 = Rice is five yuan per jin",
  "已有两千万用户 = There have already been 20 million users",
]);

group("what can be reached, whoever reads it, and what one may ask", [
  "只需三步，就能找回丢失的手机 = In just three steps, you can get back the lost phone",
  "有什么问题可以问我 = If you have any questions, you can ask me",
  "我还有很多事情要做 = I also have many things to do",
  "我们将对员工进行严肃处理 = We will seriously handle employees",
  "把手机借给同学 = Lend the phone to classmates",
]);

group("what is given as a reason, and all that one has to do", [
  "以退款为由诱导用户 = Induce users under the pretext of the refund",
  "带上它就够了 = Just bring it",
  "近期有人冒充客服 = Recently, someone pretends to be customer service",
  "第1000万辆汽车下线 = The 10 millionth car rolls off the production line",
  "拍摄4K视频 = Shoot the 4K video",
]);

group("what to do if something happens, and what one takes for what", [
  "遇到诈骗电话不要慌 = If you meet the scam call, don't panic",
  "只有把用户当朋友，才能进步 = Only if you treat users as friends, you can make progress",
  "你有一份礼物待领取 = You have a gift to get",
  "营业时间以公告为准 = Opening hours are subject to the announcement",
  "维修要多少钱？ = How much does the repair cost?",
  "电脑和手机怎么选？ = How to choose between computers and phones?",
  "该怎么选 = How to choose",
]);

group("how often, inside a verb that holds its object", [
  "每天充三次电 = Charge three times every day",
  "我给他打了两次电话 = I called him twice",
  "他跑了三次步 = He ran three times",
  "洗几次手 = Wash your hands several times",
]);

group("what one does not do, and what one cannot", [
  "我不去 = I don't go",
  "他不来 = He doesn't come",
  "我买不起 = I can't afford",
  "说不出来 = Can't say",
]);

group("what one has learned to do, and what one will do", [
  "我不会做饭。 = I can't cook.",
  "明天我会做饭。 = Tomorrow, I'll cook.",
  "会游泳的孩子 = Children who can swim",
  "她会弹钢琴吗？ = Can she play the piano?",
  "我会说三种语言。 = I can speak three kinds of language.",
  "这个功能我不会用。 = I don't know how to use this function.",
  "他会英语。 = He knows English.",
  "会不会下雨？ = Will it rain?",
  "飞机会晚点。 = The plane will be delayed.",
  "没人陪。 = No one is there.",
]);

group("what is not the reason, and what one person is", [
  "不是我不想买，是真的没钱。 = It is not that I don't want to buy, it's that I'm really broke.",
  "不是手机不好，而是网络太差。 = It is not that the phone is bad, but that the network is too bad.",
  "我不是不想去，是没时间。 = It is not that I don't want to go, it's that I have no time.",
  "不是不想换手机，而是没钱。 = It is not that I don't want to change the phone, but that I have no money.",
  "不是不喜欢，只是太贵。 = It is not that I don't like it, it's just too expensive.",
  "不是所有人都懂。 = Not everyone understands.",
  "他不是学生，她是医生。 = He isn't a student, she's a doctor.",
  "优点是屏幕很大。 = The advantage is that the screen is very big.",
]);

group("what takes only so long, and what one waited for so long", [
  "走路只要五分钟。 = It only takes five minutes to walk.",
  "充电只需半小时。 = It only takes half an hour to charge.",
  "全程仅需3小时。 = It only takes 3 hours throughout.",
  "只要五分钟就能充满。 = It only takes five minutes to be full.",
  "只要你来我就去。 = As long as you come, I go.",
  "等了半个月的快递丢了。 = The package I waited half a month for was lost.",
  "用了三年的手机坏了。 = The phone used for three years is broken.",
  "我排了两个小时的队。 = I stood in the line for two hours.",
]);

group("in what time, and on what day", [
  "一小时卖出三十万台 = Sell 300,000 in one hour",
  "新车交付当天，他很高兴 = On the day the new car is delivered, he's very happy",
  "他是第一位车主 = He's the first car owner",
  "开售第五天 = On the fifth day of the sale",
  "每人送一个保温杯 = Each person gets a thermal insulation cup",
]);

group("where to see what, and who gets it", [
  "报名方式见海报 = See the poster for how to sign up",
  "更多细节见官网 = See the official website for more details",
  "留言点赞最多的三位朋友将获得耳机 = Three friends with the most comment likes will receive earphones",
  "用户每人可获得话费50元 = Users can each receive 50 yuan of phone credit",
  "帮你实现其中的三个 = Help you achieve three of them",
  "腾讯首款游戏今天上线 = Tencent's first game goes online today",
  "广东部分地区 = Some areas of Guangdong",
]);

group("only, and in the end", [
  "只有会员才能参加 = Only members can take part",
  "只有登录才能查看 = You can check only if you log in",
  "结果还是没抢到 = In the end, still did not get",
  "看完视频再决定 = Finish watching the video and then decide",
  "公司表示，将在下半年扩大产能。 = The company said that it will expand production capacity in the second half of the year.",
  "速度快得让人吃惊 = The speed is so fast that it makes people surprised",
  "网速快起来了 = The internet speed became fast",
  "有你们在，我们更有信心 = With you here, we are more confident",
]);

group("what one is asked, and what one is not to do", [
  "你多久没给妈妈打电话了？ = How long has it been since you last called your mom?",
  "好久没吃火锅了 = It has been a long time since I last ate hot pot",
  "你多久换一次手机？ = How often do you change the phone?",
  "把电影院搬回家是什么体验？ = What is it like to bring the cinema home?",
  "海外生活是什么体验？ = What is overseas life like?",
  "还记得那位老师吗？ = Do you still remember that teacher?",
  "手机不要放在车里 = Do not put the phone in the car",
  "密码不要告诉别人 = Do not tell others the password",
]);

group("amounts and places", [
  "我去过三次上海 = I have been to Shanghai three times",
  "等了整整一年 = Waited for a full year",
  "100英寸起 = From 100 inches",
  "世界上最远的距离 = Farthest distance in the world",
  "车内温度超过60度 = The temperature inside the car is more than 60 degrees",
  "下午多出三个bug = Have extra three bugs in the afternoon",
  "在登录页面点击按钮 = Tap the button on the login page",
  "因为温度低的时候 = Because when the temperature is low",
]);

group("what one thing is as against another", [
  "科技创新大赛 = Technology innovation competition",
  "以112比108险胜勇士队 = Narrowly beat the Warriors 112-108",
  "续航才是王道 = Battery life is what really matters",
  "安全就是硬道理 = Safety is what really counts",
  "这件衣服又便宜又好看 = These clothes are cheap and good-looking",
  "这个价格跟去年一样 = This price is the same as last year",
  "没有比这更好的了 = Nothing is better than this",
  "天气越来越冷 = Weather is colder and colder",
  "越用越喜欢 = The more you use, the more you like it",
  "越努力，越幸运 = The harder you work, the luckier",
  "越简单，越快乐。 = The simpler, the happier.",
  "宁可饿着，也不吃它 = Would rather be hungry than eat it",
  "他宁可走路也不坐她的车 = He would rather walk than take her car",
  "我宁愿在家睡觉 = I would rather sleep at home",
  "这是我们昨天见到的风景 = This is the scenery we saw yesterday",
  "她买了我推荐的家具 = She bought the furniture I recommended",
  "你越努力，你越幸运 = The harder you work, the luckier you get",
  "你得到的越多，他们越恨你 = The more you get, the more they hate you",
  "你付出的越多，得到的越多 = The more you give, the more you get",
  "他越说，我越生气 = The more he says, the angrier I get",
  "天气越热，人越多 = The hotter the weather, the more people there are",
  "屏幕越大，越费电 = The bigger the screen, the more it uses a lot of power",
  "越来越冷，越来越黑 = Colder and colder, blacker and blacker",
  "用起来很顺手 = It's very handy to use",
  "听起来不错 = Sound good",
]);

group("how clauses answer each other", [
  "不但屏幕很大，而且电池很耐用 = Not only is the screen very big, but the battery is very durable",
  "要么今天买，要么等明年 = Either buy today, or wait for the next year",
  "不管你在哪里，我们都支持你 = No matter where you are, we all support you",
  "自从换了新手机，我很开心 = Since changing a new phone, I was very happy",
  "由于库存有限，先到先得 = Because of limited stock, first come, first served",
  "除了周末，我们每天都营业 = Except for the weekend, we are open for business every day",
  "等我有钱了，我也买一台 = When I'm rich, I also buy one",
]);

group("where things are put, and how many there are", [
  "门口停着一辆车 = There's a car parked at the door",
  "桌子上放着三台电脑 = There are three computers on the table",
  "我们公司有两千多人 = Our company has more than 2000 people",
  "三万多位用户参与 = More than 30,000 users participate",
  "我去买点吃的 = I go to buy some food",
  "多花钱，少喝酒 = Spend more money and drink less",
  "用不着花那么多钱 = Need not spend so much money",
  "他正在给客户打电话呢 = He's calling customers",
  "这是在哪儿买的？ = Where was this bought?",
  "我没见过这么大的屏幕 = I haven't seen such a big screen",
  "别再用旧密码了 = Do not use the old password",
]);

group("notices and how-tos", [
  "给您带来的不便，我们深表歉意 = We apologize for any inconvenience, we sincerely apologize",
  "如给您带来不便，请见谅 = We apologize for any inconvenience, thank you for your understanding",
  "门店搬迁，不便之处敬请谅解 = The store is relocated, we apologize for any inconvenience",
  "因系统升级造成不便，敬请谅解 = Because of the system upgrade, we apologize for any inconvenience, thank you for your understanding",
  "请把药品存放在干燥处 = Please store the drug in the dry place",
  '下载完成后，点击“安装” = After the download is completed, tap "Install"',
  "如果屏幕没有反应，长按电源键10秒 = If the screen does not respond, press and hold the power button for 10 seconds",
  "用户可以提前一小时购买 = Users can buy one hour in advance",
  "第二批正在加紧生产 = The second batch is urgently producing",
  "每天前一百名用户可以参加 = Every day, the first 100 users can take part",
  "我们对此深感抱歉 = We are deeply sorry about this",
]);

group("verbs said again behind their object", [
  "刷手机刷到了两点 = Scrolled through your phone until two o'clock",
  "排队排了一个小时 = Lined up for an hour",
  "等车等了半天 = Waited for the bus for a long time",
  "打游戏打到半夜 = Play games until midnight",
  "他跑步跑得很快 = He runs fast",
  "昨晚喝酒喝多了 = Drank too much last night",
  "加班加到十点 = Work overtime until ten o'clock",
]);

group("whether there is anybody of a kind, and what somebody says yes to", [
  "有没有懂车的朋友？ = Is there any friend who understands the car?",
  "他说可以。 = He said yes.",
  "客服让我等三天。 = Customer service lets me wait for three days.",
  "可能是软件太多了。 = It may be that there's too much software.",
  "我说是梦想太重。 = I say it's that the dream is too heavy.",
  "点赞最多的前三名各送耳机一副。 = The top three with the most likes each get a pair of earphones.",
]);

group("from what to what", [
  "公司从北京搬到深圳。 = The company moves from Beijing to Shenzhen.",
  "他从学生变成老师。 = He went from student to teacher.",
  "价格从3999元降到2999元。 = The price drops from 3999 yuan to 2999 yuan.",
  "续航从500公里提升到700公里。 = Battery life improves from 500 kilometers to 700 kilometers.",
  "把会议从周三提前到周一。 = Bring forward the meeting from Wednesday to Monday.",
]);

group("what the speaker lacks, and what there is too much of", [
  "手机坏了没钱修。 = The phone is broken and I have no money to repair it.",
  "东西太多没地方放。 = There are too many things and I have no place to put them.",
  "人太多了。 = There are too many people.",
  "手机没有信号。 = The phone has no signal.",
  "他没时间看电影。 = He has no time to watch a movie.",
]);

group("contests: who is drawn, who gets it, and how to take part", [
  "转发抽三位送手机。 = Repost, and we will draw three people and give the phone.",
  "点赞最高的送手机一台。 = The one with the most likes gets a phone.",
  "评论点赞前十名送手环。 = The top ten in comment likes get the band.",
  "关注转发评论即可参与。 = Follow, repost and comment to participate.",
  "前500名付款立减200元。 = The first 500 people to pay get an instant discount of 200 yuan.",
  "前100名下单用户送耳机。 = The first 100 users who place an order get earphones.",
]);

group("colours, places and times of what is told", [
  "最大风力12级 = Maximum wind of force 12",
  "台风明天夜间登陆福建 = The typhoon makes landfall in Fujian tomorrow at night",
  "请到205室开会 = Please go to Room 205 to have a meeting",
  "北京地铁4号线停运 = Beijing subway Line 4 is suspended",
  "请到3号窗口办理 = Please go to Window 3 to apply",
  "1至6号楼停水 = Buildings 1 to 6 have the water cut off",
  "窗外的雨 = Rain outside the window",
  "小雨转多云，东北风三到四级 = Light rain turning to cloudy, northeast wind of force three to four",
  "五一去成都 = Go to Chengdu on May Day",
  "9:30-10:15 开幕式 = Opening ceremony from 9:30 to 10:15",
  "三种颜色可选：雪山白和天空蓝 = Available in three colors: Snow Mountain White and Sky Blue",
  "现场来了五百多名记者 = On site, more than 500 reporters came",
  "我们花了三年时间研发屏幕 = We developed the screen in three years",
  "周末你打算去哪里玩？ = On the weekend, where do you plan to go to play?",
  "祝大家新的一年身体健康 = Wish everyone good health in the new year",
  "手机没电了，谁有充电宝？ = Your phone runs out of battery, who has a power bank?",
]);

group("phrases that hold their object, and what goes on behind them", [
  "点击右上角的图标 = Tap the icon of the top right corner",
  "打开手机里的相机应用 = Open the camera app on the phone",
  "你吃饺子还是汤圆 = You eat dumplings or the tangyuan",
  "提高效率的方法 = Way of improving efficiency",
  "他有参加比赛的机会 = He has the opportunity to take part in the competition",
]);

group("customers", [
  "能帮忙催一下吗？ = Can you help to urge?",
  "我的订单三天了还没发货 = My order has not been shipped yet for three days",
  "妈妈做的小米粥最好喝 = The millet porridge mom makes is the tastiest",
]);

group("emoji and tags, which stay whole", [
  "一家三口👨‍👩‍👧，真好！ = A family of three 👨‍👩‍👧, really good!",
  "今天赢了🎉🎉 = Won today 🎉🎉",
  "写<b>标签</b> = Write <b> label </b>",
  "晚上十点多才结束 = Only end after 10 pm",
]);

it("reads a term of several words whose Chinese is a verb as a phrase that stands as it is", () => {
  const terms = [{ source: "转发这条微博", target: "repost this post" }];
  const text = "转发这条微博并关注我们";
  expect(engine.translateUnit({ text, terms }).text).toBe("Repost this post and follow us");
});

describe("titles, which are noun phrases as often as sentences and have no articles of the grammar's", () => {
  it.each([
    ["门店营业时间调整", "Store opening hours adjustment"],
    ["开学季特惠", "Back-to-school season special offer"],
    ["新系统正式推送", "New system officially rolls out"],
    ["这款手机值得买吗", "Is this phone worth buying"],
  ])("%s = %s", (text, english) => {
    expect(engine.translateUnit({ text, terms: [], role: "title" }).text).toBe(english);
  });
});

describe("steps, which say what to do where a word may be a noun as well", () => {
  it.each([
    ["设计海报并打印", "Design the poster and print"],
    ["投票选出优胜作品", "Vote to select the winning work"],
    ["安装完成后选择语言", "Choose the language after the installation is completed"],
    ["编辑标题", "Edit the title"],
    ["等待电脑关机", "Wait for the computer to turn off"],
  ])("%s = %s", (text, english) => {
    expect(engine.translateUnit({ text, terms: [], role: "step" }).text).toBe(english);
  });
});

group("headlines of nouns, the last of which is also a verb", [
  "航班延误提醒 = Flight delay reminder",
  "店员招募 = Shop assistant recruitment",
  "网络故障排查 = Network failure troubleshooting",
  "礼品发放 = Gift distribution",
  "快递单号查询 = Tracking number inquiry",
  "系统提醒我们更新密码 = The system reminds us to update the password",
]);

group("what a skill is, what one is tired from, what happens as soon as something does", [
  "你会操作吗？ = Do you know how to operate it?",
  "爸爸会用吗？ = Does dad know how to use it?",
  "唱歌唱累了 = Tired from singing",
  "我排队排烦了 = I'm fed up with lining up",
  "一打开游戏就死机 = As soon as you open the game, it freezes",
  "一听到这首歌就想起他 = As soon as I hear this song, I think of him",
  "一出门就下雪 = As soon as I go out, it snows",
]);

group("who is one of so many, or every one, or has already done something", [
  "前500名签到的会员 = The first 500 members signing in",
  "感谢每一位帮助过我们的网友 = Thank every netizen who has helped us",
  "截止到昨天已有两千人报名 = As of yesterday, 2000 people have already signed up",
  "整个冬天都在下雪 = It's snowing all winter",
]);

group("what something is: that something is so, or what one wants", [
  "最大的好处是你不用充电 = The largest benefit is that you don't have to charge",
  "缺点是它很贵 = The disadvantage is that it's very expensive",
  "这正是他们需要的 = This is precisely what they need",
  "这把伞是爸爸买的 = Dad bought this umbrella",
]);

group("amounts and prices, and what still cannot be", [
  "西瓜五块一斤 = The watermelon is five yuan per jin",
  "他选了三门课程 = He chose three courses",
  "用户翻了四倍 = Users quadrupled",
  "账号还是登录不了 = The account still cannot log in",
  "培训从线上改到线下 = Training changes from online to offline",
  "出口处 = Exit",
]);

group("how to do something to a thing, whether one may, half of it, and for how long", [
  "旧电池怎么处理？ = How to handle the old battery?",
  "他问我能不能帮忙 = He asks whether I can help",
  "他设计的海报很好看 = The poster he designed is very good-looking",
  "看久了眼睛疼 = After looking for a long time, eyes hurt",
  "吃了半个西瓜 = Ate half a watermelon",
  "加入半杯牛奶 = Add half a cup of milk",
  "修了半天 = Repaired for a long time",
  "1300万像素前置摄像头 = 13-megapixel front camera",
  "主摄有两亿像素 = The main camera has 200 megapixels",
]);

group("on which floor, how often, for what, and what to do if that does not work", [
  "在酒店二楼开会 = Have a meeting on the second floor of the hotel",
  "每三小时测量一次 = Measure once every three hours",
  "感谢大家长期以来对品牌的信任 = Thank everyone for their continued trust in the brand",
  "屏幕大不大？ = Is the screen big?",
  "还不行就联系客服 = If that does not work, contact customer service",
  "这是他的第一条微博 = This is his first post",
]);

group("what is no longer so, and what has nothing to do with whom", [
  "空调不制冷了 = The air conditioner no longer produces cold air",
  "他不抽烟了 = He no longer smokes",
  "我不去了 = I don't go",
  "这件事与我们无关 = This matter has nothing to do with us",
  "昨天下雨了，请大家不要担心 = It rained yesterday, please don't worry",
]);

group("what something is made of, and what one believed", [
  "这件毛衣是用羊毛织的 = This sweater is woven from wool",
  "用鸡蛋做的蛋糕很香 = The cake made from eggs is very fragrant",
  "由大米酿成的酒 = Wine made from rice",
  "这张海报是用电脑做的 = This poster is made with the computer",
  "我以为他不会来 = I thought he would not come",
]);

group("what one just got or waited long for", [
  "刚收到的耳机没声音 = Earphones I just received have no sound",
  "我们等了半年的快递终于到了 = The package we waited half a year for is finally here",
  "等了很久的显卡降价了 = The graphics card I waited a long time for cut prices",
  "他把新买的相机弄丢了 = He lost the camera he just bought",
]);

it('calls a model of which something is told "the"', () => {
  const terms = [{ source: "红米", target: "Redmi" }];
  expect(engine.translateUnit({ text: "刚买的红米12坏了", terms }).text).toBe("The Redmi 12 I just bought is broken");
});

group("question words: with whom, where best, whatever one wants", [
  "你跟谁去？ = Who do you go with?",
  "在哪里买最便宜？ = Where is it the cheapest to buy?",
  "路由器放在哪里信号最好？ = Where to put the router for the best signal?",
  "想吃什么就吃什么 = Eat whatever you want",
  "一个人住是一种什么体验 = What is it like to live alone",
  "搬到海边住是怎样的感受 = What is it like to move to the seaside and live",
]);

group("what is denied, wished, reached or owned by one of a kind", [
  "这不是广告，而是真心话 = This is not an ad, but honest words",
  "愿新的一年，大家平安健康 = In the new year, may everyone be safe and healthy",
  "旧手机最高抵1500元 = The old phone is worth up to 1500 yuan",
  "前一千名下单 = The first 1000 people place an order",
  "程序员的一天 = A programmer's day",
  "这是我最开心的一天 = This is my happiest day",
  "今天适合出门 = Today is suitable for going out",
]);

group("years: what was, and what is said to be going to be", [
  "2030年出货量增长了20% = In 2030, shipments grew by 20%",
  "2024年我们将推出新产品 = In 2024, we will launch a new product",
  "到2030年，销量将达到一亿 = By 2030, sales will reach 100 million",
]);

group("a phrase whose object goes on, and somebody taken along", [
  "点击屏幕右上角的设置图标 = Tap the settings icon of the screen top right corner",
  "带娃去动物园 = Take kids to go to the zoo",
  "看电影肯定很爽 = Watching a movie is definitely very enjoyable",
]);

group("what posts ask, and what their readers are asked", [
  "他是不是来了？ = Did he come?",
  "性能、拍照、续航还是颜值？ = Performances, photography, battery life or good looks?",
  "报名请点链接 = To sign up, please tap the link",
  "说出你和朋友的故事 = Share the story of you and friends",
  "耗电特别快怎么办？ = What to do if power consumption is especially fast?",
]);

group("how long, how fast, in front of what and for what purpose", [
  "等了半个小时才有人接 = Waited for half an hour before someone received",
  "最快30分钟取机 = Pick up the phone in as little as 30 minutes",
  "午饭都是在电脑前吃的 = The lunch was eaten in front of the computer",
  "我的目标是买车 = My goal is to buy a car",
  "前1000名下单的用户还可获赠耳机 = The first 1000 users placing an order can still receive earphones",
  "外面下着大雨 = It rains heavily outside",
]);

group("lists of kinds, what is forgotten, how-tos and offers", [
  "红烧肉配料：盐少许、白糖一勺 = Braised pork ingredients: a little salt and a spoonful of white sugar",
  '回复“讲座”两个字 = Reply "Lecture"',
  '评论“我要参加”七个字 = Comment "I want to take part"',
  "这三个字很难写 = These three characters are very hard to write",
  "没有什么可后悔的 = There's nothing to regret",
  "没啥可买的 = There's nothing to buy",
  "手机、平板、耳机、手表都带了 = Phones, tablets, earphones and watches were brought",
  "身份证忘带了 = Forgot to bring the ID card",
  "再把旁边的小太阳往上拉 = Then pull the small sun nearby up",
  "环境不错，就是人太多 = The environment is good, it's just that there are too many people",
  "预订即享12期免息 = Pre-order to enjoy 12 interest-free installments",
  "他说是假的 = He said it was fake",
  "请您私信告诉我们订单号 = Please tell us the order number by private message",
]);

group("what goes on for hours, what is expected, and what is done besides", [
  "刷了两个小时视频 = Watched the video for two hours",
  "内饰比想象中精致 = The interior decor is more exquisite than expected",
  "除了拍照，还能录视频 = In addition to taking photos, also can record the video",
  "月饼吃了吗？ = Have you eaten the mooncake?",
  "如果手机坏了，应该先关机 = If the phone is broken, you should turn off first",
  "首先检查是否开启了飞行模式 = First, check whether turned on airplane mode",
]);

group("characters written as HTML writes them, which stay whole", [
  "AT&amp;T宣布涨价 = AT&amp;T announced the price increase",
  "吃&amp;喝 = Eat &amp; drink",
  "咖啡&amp;奶茶买一送一 = Coffee &amp; milk tea buy one, get one free",
  "A&amp;B = A&amp;B",
]);

group("what goes on while, every time, no longer, or all night", [
  "听着听着就睡着了 = While listening, fell asleep",
  "他每次开会都会迟到 = Every time he has a meeting, he will be late",
  "玩大型游戏再也不发热 = Playing the large game no longer gets hot",
  "等了一下午终于买到了 = Waited all afternoon and finally got",
  "排了两个小时的队 = Stood in the line for two hours",
  "一天两充，太麻烦了 = Charge twice a day, too troublesome",
  "我们连续三年盈利 = We make a profit for three years in a row",
  "我感觉年轻了十岁 = I feel ten years younger",
  "发货可能会晚几天 = Shipping may be a few days late",
]);

group("prices and amounts in two parts", [
  "红烧排骨八块钱一份 = The braised pork chop is eight yuan per serving",
  "手环8:219元 = Band 8: 219 yuan",
  "画面比例16:9 = Picture proportion 16:9",
  "上映首周票房 = Box office in the first week of the release",
  "只要五块九 = Cost only 5.9 yuan",
  "只要两步 = Take only two steps",
  "一公斤30元 = 30 yuan per kilogram",
  "三个小时二十分钟 = Three hours 20 minutes",
  "全场满千送百 = Storewide 100 yuan off every 1000 yuan",
  "预计3月下旬到货 = Be expected to arrive in stock in late March",
  "名额只剩最后五个 = The spot has only the last five left",
  "这是我在北京的最后一天 = This is my last day in Beijing",
]);

group("who gets what, and whom one tells", [
  "评论前三名送充电宝 = The top three in comments get the power bank",
  "购机即赠保护壳 = Buy a phone to get the case",
  "请转发给身边的同事 = Please forward to colleagues around you",
  "已付款的用户不用担心 = Users who have already paid don't worry",
  "愿你们一切安好 = May you be safe and well",
  "以抽奖为由骗取密码 = Cheat the password out of others under the pretext of the prize draw",
]);

group("what is asked, and what is not even there", [
  "这家店叫什么名字？ = What is this store called?",
  "有没有人知道怎么退货？ = Does anyone know how to return?",
  "我为什么要等他？ = Why do I wait for him?",
  "说好的包邮呢？ = What about promised free shipping?",
  "昨天连个电话都没有 = There wasn't even a phone yesterday",
]);

group("steps, and what is to be done with a thing", [
  "等客服回电话。 = Wait for customer service to call back.",
  "点击开始 = Tap to start",
  "选择要删除的照片 = Choose the photo to delete",
  "把耳机寄回去检测 = Send earphones back to test",
  "这支笔拿在手里很重 = This pen is very heavy to hold",
  "公司计划2027年进入欧洲市场，2026年计划上市。 = The company plans to enter the European market in 2027 and plans to go public in 2026.",
]);

group("how far, how old, how long and how many", [
  "响应时间5毫秒 = The response time is 5 milliseconds",
  "北京到上海的高铁票价 = High-speed train ticket price from Beijing to Shanghai",
  "用时55分钟，配速5分30秒 = Take 55 minutes, pace 5 minutes 30 seconds",
  "请提前半小时到达考点 = Please arrive at the test site half an hour in advance",
  "吃了不到两百块 = Ate less than 200 yuan",
  "周末去公园跑了十公里 = Went to the park to run ten kilometers on the weekend",
  "高考倒计时30天 = 30 days to go until the college entrance exam",
  "酒店距离机场约30公里 = The hotel is about 30 kilometers from the airport",
  "他15岁那年去了北京 = He went to Beijing at the age of 15",
  "我18岁时开始学车 = I start to learn to drive at the age of 18",
  "三年来，我们服务了一百万用户 = For three years, we served 1 million users",
  "你有几个孩子？ = How many kids do you have?",
  "去云南玩七天大概要花多少钱？ = How much does it probably cost to go to Yunnan to play for seven days?",
  "这里的房价要高得多 = Housing prices here are much higher",
  "活动将在11月底结束 = The event will end in late November",
  "整座城市都睡着了 = The whole city fell asleep",
]);

group("some people, nobody, whose something is", [
  "这款手机没什么惊喜 = This phone has no surprises",
  "这个功能没啥用 = This function is not much use",
  "没啥好说的 = There's nothing to say",
  "有用户反映系统耗电快 = Some users reported the system drained quickly",
  "打电话也没人接 = Call, also no one answers",
  "我家猫把杯子打碎了 = My cat broke the cup",
  "她看到一个小姑娘给老奶奶让座 = She sees a little girl give up their seat for old ladies",
  "如果你不想去的话，我就自己去 = If you don't want to go, I go on myself",
  "凡是购买套装的用户都可以参加 = All users buying the set can take part",
  "还不如买个新的 = Might as well buy a new one",
]);

it("keeps a term that the lexicon has behind a verb of its own, and makes no verb of one that is none", () => {
  const discount = [{ source: "立减", target: "instant discount" }];
  expect(engine.translateUnit({ text: "下单立减100元", terms: discount }).text).toBe(
    "Place an order to get an instant discount of 100 yuan",
  );
  const giveaway = [{ source: "抽奖", target: "giveaway" }];
  expect(engine.translateUnit({ text: "公司年会抽奖", terms: giveaway }).text).toBe("Company annual party giveaway");
});

group("only, not even, so angry that, and for every one", [
  "只有我在加班 = Only I'm working overtime",
  "只有一个人没来 = Only one person did not come",
  "气得我把遥控器都摔了 = So angry that I smashed the remote control",
  "油价又要涨了 = Oil prices are going to rise again",
  "每卖出一条，我们就捐出十块钱。 = For every item that's sold, we donate ten yuan.",
  "不用的时候关闭定位 = Turn off the location when not in use",
]);

group("from one hour to another", [
  "活动截止到3月31日 = The event ends on March 31",
  "年会定在1月18日晚上 = The annual meeting is scheduled at night on January 18",
  "12月1日至3日上午9点到11点 = From 9 to 11 am, December 1 to 3",
  "活动时间：5月1日至5日 = Event time: from May 1 to 5",
  "3月28日至4月2日 = From March 28 to April 2",
  "官网将于5月8日凌晨2点至6点暂停服务。 = The official website will suspend service from 2 to 6 am on May 8.",
  "活动时间为上午10点到12点。 = The event time is from 10 am to noon.",
  "今天下午三点到五点停电。 = Lose power today from 3 to 5 pm.",
  "晚上十点到凌晨两点不卖酒。 = Do not sell wine from 10 pm to 2 am.",
  "晚上12点结束。 = End at midnight.",
  "我下午3点到公司。 = I arrive at the company at 3 pm.",
]);

group("the first of its kind, and by how much a price changes", [
  "公司11月销量突破三万 = In November, sales of the company exceed 30,000",
  "价格翻了一倍 = The price doubled",
  "销量涨了两成 = Sales rose by 20%",
  "房价跌了一半 = Housing prices fell by half",
  "发布当天下载量破百万 = On the day of the release, downloads pass one million",
  "上市首周销量 = Sales in the first week of the launch",
  "上线一小时，下载量破百万 = One hour after the launch, downloads pass one million",
  "活动首日送礼品 = Give the gift on the first day of the event",
  "首台样机已经完成。 = The first sample has already been completed.",
  "我国首颗卫星昨日在太原发射。 = Our country's first satellite was launched in Taiyuan yesterday.",
  "房租又涨价了两百块。 = The rent rose in price by 200 yuan again.",
  "手机降价500元。 = The phone cuts prices by 500 yuan.",
  "我们在深圳等你来体验新款手机。 = We are waiting for you to experience a new phone in Shenzhen.",
]);

group("discounts, trade-ins, what suits a day, and when a season comes", [
  "全场五折起 = Storewide up to 50% off",
  "旧手机也可以以旧换新 = The old phone can also be eligible for trade-in",
  "支持以旧换新 = Support trade-in",
  "适合出门的一天 = A day that's suitable for going out",
  "一到周末他就睡懒觉 = Once it's the weekend, he sleeps in",
  "至少一次 = At least once",
]);

group("what is done at one time, and what is got back", [
  "今晚可以下单和付款 = Can place an order and pay tonight",
  "期间无法下单和查询物流 = Can't place an order or check logistics during this time",
  "会员可以免费领取一张贴纸 = Members can get a sticker for free",
  "这次更新把速度提上来了 = This update raised the speed",
  "客服说不能退差价 = Customer service said it can't refund the price difference",
]);

group("compared with before, and whether anybody does", [
  "销量较上一代增长120%。 = Sales grow by 120% compared with the previous generation.",
  "产量较去年同期增长了两倍。 = The output grew by 200% compared with the same period last year.",
  "天气较冷 = Weather is colder",
  "价格较高的手机 = Phone with the higher price",
  "有没有朋友用过这款手机？ = Has any friend used this phone?",
  "我不知道怎么办。 = I don't know what to do.",
  "电脑开不了机。 = The computer will not turn on.",
  "电脑突然开不了机。 = The computer suddenly will not turn on.",
  "还是开不了机？ = Still will not turn on?",
  "他再也不用等了。 = He no longer has to wait.",
  "还是不会用？ = Still do not know how to use?",
  "别突然关机。 = Do not suddenly turn off.",
  "这家店好吃得很 = This store is very delicious",
  "价格涨了不少 = The price rose a lot",
]);

group("what one is glad of, and what somebody is made to be", [
  "很高兴认识你 = Very happy to meet you",
  "很高兴能来到上海 = Very happy to come to Shanghai",
  "非常荣幸能与大家合作 = Very honored to cooperate with everyone",
  "能和他们一起工作我很开心 = I'm very happy to work with them",
  "他让我很失望 = He makes me very disappointed",
  "这让人很激动 = This makes people very excited",
  "这让我觉得很幸福 = This makes me feel very happy",
  "祝你们玩得开心 = Hope you have fun",
  "希望大家喜欢 = Hope everyone likes it",
]);

group("what is asked of what somebody thinks or plans", [
  "你觉得谁会赢 = Who do you think will win",
  "你们觉得哪个更好呢 = Which do you think is better",
  "你们周末打算做什么 = What do you plan to do on the weekend",
  "有人知道这里怎么走吗 = Does anyone know how to go here",
  "这是哪里？ = Where is this?",
]);

group("whose relatives and eyes, and with whom", [
  "我想念家人 = I miss my family",
  "他和妻子住在北京 = He and his wife live in Beijing",
  "他闭上眼睛 = He closes his eyes",
  "我喜欢和家人一起旅行 = I like to travel with my family",
  "这是我最喜欢的歌 = This is my favorite song",
]);

group("compared with what one does, or did before", [
  "坐火车比开车快 = Taking a train is faster than driving",
  "他比以前更努力了 = He worked harder than before",
  "她比我更喜欢猫 = She likes the cat more than me",
  "没有什么比健康更重要 = Nothing is more important than health",
]);

group("one of a kind, what is about to be, and what is related", [
  "这是场精彩的比赛 = This is a wonderful game",
  "他是名医生 = He's a doctor",
  "我们今晚有场演出 = We have a show tonight",
  "电影就要开始了 = The movie is about to start",
  "这首歌跟我的童年有关 = This song is related to my childhood",
  "这是有关爱情的故事 = This is the story about love",
  "你又不是小孩子 = You aren't a child",
  "是时候回家了 = It's time to go home",
  "我在去机场的路上 = I'm on the way to the airport",
  "我18岁了 = I'm 18 years old",
]);

group("the first time, nothing, and what happens", [
  "这是我第一次来上海 = This is my first time coming to Shanghai",
  "没有什么是不可能的 = Nothing is impossible",
  "没有什么可以阻止我 = Nothing can stop me",
  "不管发生什么，我都会支持你 = No matter what happens, I'll support you",
  "我不知道发生了什么 = I don't know what happened",
  "每个人都有自己的梦想 = Everyone has their own dream",
  "如果你想要什么，就告诉我 = If you want something, tell me",
]);

group("when it was, what one wants to do or be, and how much", [
  "当我看到他的时候，我哭了 = When I saw him, I cried",
  "小时候我很喜欢画画 = As a child, I really loved to draw",
  "长大后我想当医生 = After growing up, I want to be a doctor",
  "做你想做的事 = Do the thing you want to do",
  "你知道我有多爱你吗 = Do you know how much I love you",
  "我不知道该怎么办 = I don't know what to do",
  "今天是我人生中最美好的一天 = Today is the most beautiful day in my life",
]);

group("exclamations, and what one looks forward to", [
  "多么美好的一天啊 = What a beautiful day",
  "好美的照片啊 = Such a beautiful photo",
  "快来看看我的新视频 = Come and take a look at my new video",
  "不要错过明晚的直播 = Do not miss tomorrow night's live stream",
  "期待和大家见面 = Look forward to meeting everyone",
  "不要害怕失败 = Do not be afraid of failing",
]);

group("what happens somewhere, and what it does to people", [
  "中国发生了很大的变化 = A very big change happened in China",
  "火灾造成至少20人受伤 = The fire injured at least 20 people",
  "地震致3人死亡 = The earthquake killed 3 people",
  "他因偷窃被捕 = He's arrested for stealing",
  "她毕业于北京大学 = She graduated from Peking University",
  "这座城市以美食闻名 = This city is famous for good food",
  "在朋友的帮助下，他找到了工作 = With friends' help, he found work",
]);

group("what one is told, invited, advised or asked to do", [
  "他叫我早点回家 = He tells me to go home early",
  "医生建议他多休息 = Doctors advise him to rest more",
  "我请他吃饭 = I invite him to eat",
  "让世界更美好 = Make the world more wonderful",
  "可以问你一个问题吗 = Can I ask you a question",
  "能不能告诉我时间 = Can you tell me time",
  "既然你来了，就坐下吧 = Since you came, sit down",
  "虽然很累，但是很开心 = Although very tired, very happy",
]);

group("how long until, how one is, and what has been going on", [
  "还有三天就是圣诞节了 = Three days until Christmas",
  "离演出还有三天 = Three days to go until the show",
  "这里还有两个座位 = There are also two seats here",
  "我一直在等你 = I have been waiting for you",
  "我胖了三公斤 = I gained three kilograms",
  "我没事 = I'm fine",
  "你在干什么 = What are you doing",
  "这是真的吗 = Is this true",
  "我不会说中文 = I can't speak Chinese",
  "这道菜很辣 = This dish is very spicy",
  "我非常的害怕 = I'm really afraid",
]);

group("what is what one wants to say, nothing at all, and at what hour", [
  "我想说的是，谢谢你们 = What I want to say is, thank you",
  "我最喜欢的是你的声音 = My favorite is your voice",
  "我什么都没做 = I didn't do anything",
  "我什么都想吃 = I want to eat everything",
  "我六点就起床了 = I got up at six o'clock",
  "我认识他很久了 = I have known him for a long time",
  "难怪他这么开心 = No wonder he's so happy",
  "那个人是谁 = Who is that person",
  "中国最大的城市之一 = One of China's largest cities",
]);

group("levels, minus degrees, the first days, what is nearest", [
  "湿度维持在60%以上 = Humidity is maintained above 60%",
  "水温控制在四十度以上 = The water temperature is controlled above 40 degrees",
  "今天零下十度 = Minus ten degrees today",
  "前五天免运费 = Exempt the shipping fee in the first five days",
  "他们进了前三 = They entered the top three",
  "最近的消息 = Recent news",
  "最近的地铁站 = Nearest subway station",
  "手机快没电了 = The phone is almost out of battery",
]);

group("where persons are, what they are called to, where a thing is taken for what", [
  "上海的读者们 = Readers in Shanghai",
  "上海的市长 = Shanghai's mayor",
  "司机朋友们注意了 = Driver friends, attention",
  "请把手表送到最近的门店维修 = Please send the watch to the nearest store for repair",
  "寄到服务中心检修 = Send to the service center for maintenance",
  "送两张20元代金券 = Give two 20-yuan vouchers",
  "电脑越用越卡 = The more you use it, the laggier the computer gets",
  "为什么我越睡越累 = Why is it that the more I sleep, the more tired I get",
]);

group("harder and more, a pair of, and what one has none of", [
  "以后我会更努力 = In the future, I'll work harder",
  "我更喜欢红色 = I like red more",
  "他戴着一副眼镜 = He wears a pair of glasses",
  "她穿着一件红色的裙子 = She wears a red skirt",
  "我忘了告诉你 = I forgot to tell you",
  "以前我很胖 = In the past, I was very fat",
  "我对你很失望 = I'm very disappointed in you",
  "他觉得自己很幸运 = He thinks he's very lucky",
  "没有梦想的人很可悲 = The person who has no dream is very sad",
]);

group("one's own family, a new machine, reminders that go on, and by how much more", [
  "给我爸换了台新电视 = Changed a new television for my dad",
  "我老婆的生日 = My wife's birthday",
  "买了辆车 = Bought a car",
  "屏幕会发热，记得关机，尽量远离热源 = The screen will get hot, remember to turn off, and try to stay away from the heat source",
  "她给我奶奶打了两个视频电话 = She made two video calls for my grandma",
  "给用户补偿三张优惠券 = Offer three coupons for users",
  "送一年会员 = Give one-year memberships",
  "音质比上一代好太多 = Sound quality is much better than the previous generation",
]);

group("times beside one another, from one to another, and what one is beyond measure", [
  "周二、周四、周六开放 = Open on Tuesday, Thursday and Saturday",
  "周六和周日休息 = Rest on Saturday and Sunday",
  "上午10点、下午4点 = At 10 am and 4 pm",
  "周一到周五 = From Monday to Friday",
  "我周五到公司 = I arrive at the company on Friday",
  "孩子们高兴坏了 = Children are overjoyed",
]);

group("where a thing is", [
  "最近的药店在哪？ = Where is the nearest pharmacy?",
  "去哪买票 = Where to go to buy a ticket",
]);
