<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Acts</name>
    <message>
        <source>受理确认</source>
        <translation>Confirm acceptance</translation>
    </message>
    <message>
        <source>流程告知</source>
        <translation>Explain process</translation>
    </message>
    <message>
        <source>派单</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>退单</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>初步诊断</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>方案通报</source>
        <translation>Inform owner</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrive</translation>
    </message>
    <message>
        <source>记进展</source>
        <translation>Note progress</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>恢复计时</source>
        <translation>Resume clock</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>催办 / 补充</source>
        <translation>Chase / add</translation>
    </message>
    <message>
        <source>改级别</source>
        <translation>Change level</translation>
    </message>
    <message>
        <source>改类型</source>
        <translation>Change kind</translation>
    </message>
    <message>
        <source>改类别</source>
        <translation>Change category</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>为什么会这样</source>
        <translation>Why it happened</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>做了什么，现在怎样</source>
        <translation>What was done, how it stands now</translation>
    </message>
    <message>
        <source>业主已确认</source>
        <translation>Owner confirmed</translation>
    </message>
    <message>
        <source>等回访</source>
        <translation>Await callback</translation>
    </message>
    <message>
        <source>业主怎么说</source>
        <translation>Owner says</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>转派</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>查无</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>业主撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>非职责</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>办结结果</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>写一句原因</source>
        <translation>Write the cause in a sentence</translation>
    </message>
    <message>
        <source>写一句处理结果</source>
        <translation>Write the outcome in a sentence</translation>
    </message>
    <message>
        <source>1 已确认，2 等回访</source>
        <translation>1 confirmed, 2 await callback</translation>
    </message>
    <message>
        <source>未解决</source>
        <translation>Not resolved</translation>
    </message>
    <message>
        <source>无人接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>拒绝评价</source>
        <translation>Declined to rate</translation>
    </message>
    <message>
        <source>事情解决了吗</source>
        <translation>Is it resolved?</translation>
    </message>
    <message>
        <source>很不满意</source>
        <translation>Very dissatisfied</translation>
    </message>
    <message>
        <source>很满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>总体满意</source>
        <translation>Overall satisfaction</translation>
    </message>
    <message>
        <source>没答就留空</source>
        <translation>Leave empty if not answered</translation>
    </message>
    <message>
        <source>完全不愿意</source>
        <translation>Not at all</translation>
    </message>
    <message>
        <source>非常愿意</source>
        <translation>Very willing</translation>
    </message>
    <message>
        <source>推荐意愿</source>
        <translation>Would recommend</translation>
    </message>
    <message>
        <source>业主的话</source>
        <translation>Owner&apos;s words</translation>
    </message>
    <message>
        <source>哪里好，哪里没好，可不填</source>
        <translation>What is right and what is not, optional</translation>
    </message>
    <message>
        <source>先选本次回访的结果</source>
        <translation>Choose the result of this callback first</translation>
    </message>
    <message>
        <source>保存并重开</source>
        <translation>Save and reopen</translation>
    </message>
    <message>
        <source>记下回访</source>
        <translation>Save callback</translation>
    </message>
    <message>
        <source>哪里没好</source>
        <translation>What is not right</translation>
    </message>
    <message>
        <source>分数不问，记为没答</source>
        <translation>Do not ask for a score; kept as not answered</translation>
    </message>
    <message>
        <source>%1  </source>
        <translation>%1  </translation>
    </message>
    <message>
        <source>没写</source>
        <translation>Not written</translation>
    </message>
    <message>
        <source>归档后只能重开，不能改。</source>
        <translation>Once archived, a ticket can be reopened but not changed.</translation>
    </message>
    <message>
        <source>选部门</source>
        <translation>Choose a department</translation>
    </message>
    <message>
        <source>按类别建议</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>派给谁</source>
        <translation>Assign to</translation>
    </message>
    <message>
        <source>师傅的称呼，可不填</source>
        <translation>Technician&apos;s name, optional</translation>
    </message>
    <message>
        <source>派给哪个部门？</source>
        <translation>Which department?</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>为什么暂停</source>
        <translation>Why pause</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>选其他时要写</source>
        <translation>Required with Other</translation>
    </message>
    <message>
        <source>到什么时候</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>明天 10:00；不写就由您恢复</source>
        <translation>03-12 10:00; if empty, you resume it</translation>
    </message>
    <message>
        <source>选一个原因</source>
        <translation>Choose a reason</translation>
    </message>
    <message>
        <source>写明原因</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>看不懂，例：明天 10:00</source>
        <translation>Not understood. Example: 03-12 10:00</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Pause clock</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>降级要写原因</source>
        <translation>A reason is needed to lower the level</translation>
    </message>
    <message>
        <source>投诉改报修要写原因</source>
        <translation>A reason is needed to turn a complaint into a repair</translation>
    </message>
    <message>
        <source>选一个类别</source>
        <translation>Choose a category</translation>
    </message>
    <message>
        <source>退单原因</source>
        <translation>Reason for return</translation>
    </message>
    <message>
        <source>谁退的，为什么不归他管</source>
        <translation>Who returned it, and why it is not theirs</translation>
    </message>
    <message>
        <source>退单要写原因</source>
        <translation>A reason is needed to return it</translation>
    </message>
    <message>
        <source>是什么问题，怎么看出来的</source>
        <translation>What is wrong, and how it was found</translation>
    </message>
    <message>
        <source>写一句诊断</source>
        <translation>Write the diagnosis in a sentence</translation>
    </message>
    <message>
        <source>记下诊断</source>
        <translation>Save diagnosis</translation>
    </message>
    <message>
        <source>通报业主的方案</source>
        <translation>Plan told to the owner</translation>
    </message>
    <message>
        <source>做什么，谁去，几点前</source>
        <translation>What, by whom, by when</translation>
    </message>
    <message>
        <source>写下对业主怎么说的</source>
        <translation>Write what the owner was told</translation>
    </message>
    <message>
        <source>记下通报</source>
        <translation>Save notice</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>现在到哪一步，下一步几点</source>
        <translation>Where it stands, and when the next step is</translation>
    </message>
    <message>
        <source>写一句进展</source>
        <translation>Write the progress in a sentence</translation>
    </message>
    <message>
        <source>记下进展</source>
        <translation>Save progress</translation>
    </message>
    <message>
        <source>业主这次说了什么，可不填</source>
        <translation>What the owner said this time, optional</translation>
    </message>
    <message>
        <source>记下催办</source>
        <translation>Save chase</translation>
    </message>
    <message>
        <source>为什么重开</source>
        <translation>Why reopen</translation>
    </message>
    <message>
        <source>哪里没好，业主怎么说</source>
        <translation>What is not right, what the owner says</translation>
    </message>
    <message>
        <source>重开要写原因</source>
        <translation>A reason is needed to reopen</translation>
    </message>
    <message>
        <source>取消敏感来电</source>
        <translation>Take the sensitive mark back</translation>
    </message>
    <message>
        <source>为什么不是敏感来电</source>
        <translation>Why it is no sensitive call</translation>
    </message>
    <message>
        <source>听错了，或对方说清楚了</source>
        <translation>Misheard, or they made it clear</translation>
    </message>
    <message>
        <source>取消要写原因</source>
        <translation>Taking it back needs a reason</translation>
    </message>
    <message>
        <source>规程 · %1：%2</source>
        <extracomment>The stage, and what is to be done in it.</extracomment>
        <translation>Procedure · %1: %2</translation>
    </message>
</context>
<context>
    <name>AttachmentText</name>
    <message>
        <source>等待上传</source>
        <translation>Waiting to be uploaded</translation>
    </message>
    <message>
        <source>还没有下载</source>
        <translation>Not downloaded yet</translation>
    </message>
    <message>
        <source>在 %1 席位，等待上传</source>
        <translation>At seat %1, waiting to be uploaded</translation>
    </message>
    <message>
        <source>下载中 %1 %</source>
        <translation>Downloading %1%</translation>
    </message>
    <message>
        <source>内容已损坏</source>
        <translation>The content is damaged</translation>
    </message>
    <message>
        <source>这个文件是空的，没有附上。工单没有改动，请换一个文件。</source>
        <translation>This file is empty and was not attached. The ticket is unchanged; choose another file.</translation>
    </message>
    <message>
        <source>文件超过 256 MB，没有附上。工单没有改动，请先压缩或截取需要的部分。</source>
        <translation>The file is larger than 256 MB and was not attached. The ticket is unchanged; compress it or cut out the part that is needed.</translation>
    </message>
    <message>
        <source>这个文件读不出来，没有附上。工单没有改动，请核对文件还在、有权限读取。</source>
        <translation>This file cannot be read and was not attached. The ticket is unchanged; check that it is still there and that you may read it.</translation>
    </message>
    <message>
        <source>附件的内容还没有到这台电脑，已经在取。工单照常办理，到了再按一次打开。</source>
        <translation>The attachment has not reached this computer yet and is being fetched. Go on with the ticket, and open it again when it is here.</translation>
    </message>
    <message>
        <source>附件的内容已损坏，没有打开。坏文件留在原处，服务器上有完好的会再取一次；没有请重新附上。</source>
        <translation>The attachment is damaged and was not opened. The damaged file is kept; if the server has a whole one it is fetched again, else attach it anew.</translation>
    </message>
</context>
<context>
    <name>CalmLine</name>
    <message>
        <source>先听完</source>
        <translation>listen first</translation>
    </message>
    <message>
        <source>说出感受</source>
        <translation>name the feeling</translation>
    </message>
    <message>
        <source>揽下来</source>
        <translation>own it</translation>
    </message>
    <message>
        <source>给准时间</source>
        <translation>give a time</translation>
    </message>
    <message>
        <source>请班长</source>
        <translation>shift leader</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 天</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>刚超时</source>
        <translation>Just overdue</translation>
    </message>
    <message>
        <source>超 %1 分</source>
        <translation>%1 min over</translation>
    </message>
    <message>
        <source>超 %1 小时</source>
        <translation>%1 h over</translation>
    </message>
    <message>
        <source>超 %1 天</source>
        <translation>%1 d over</translation>
    </message>
    <message>
        <source>已超时 %1</source>
        <translation>Overdue by %1</translation>
    </message>
    <message>
        <source>明天</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>%1 %2 到期</source>
        <translation>Due %1 %2</translation>
    </message>
    <message>
        <source>还剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>✓ 按时</source>
        <translation>✓ On time</translation>
    </message>
    <message>
        <source>已按时完成</source>
        <translation>Done on time</translation>
    </message>
    <message>
        <source>✓ 超时</source>
        <translation>✓ Late</translation>
    </message>
    <message>
        <source>已完成，超时</source>
        <translation>Done, late</translation>
    </message>
    <message>
        <source>暂停中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>%1 小时</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>房屋和业主</source>
        <translation>Homes and owners</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>知识</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>未填事项</source>
        <translation>No matter given</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>%1月%2日</source>
        <translation>%1-%2</translation>
    </message>
    <message>
        <source>未结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <extracomment>The first and the last day of a span.</extracomment>
        <translation>%1 to %2</translation>
    </message>
</context>
<context>
    <name>Emotion</name>
    <message>
        <source>平静</source>
        <translation>Calm</translation>
    </message>
    <message>
        <source>不满</source>
        <translation>Displeased</translation>
    </message>
    <message>
        <source>愤怒</source>
        <translation>Angry</translation>
    </message>
    <message>
        <source>威胁升级</source>
        <translation>Threatens to escalate</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>没有找到这一条，可能已被合并或移走。您写的内容都在，请按 F3 重新查找。</source>
        <translation>This entry was not found; it may have been merged or moved. What you wrote is kept. Press F3 to search again.</translation>
    </message>
    <message>
        <source>有一处填写不符合要求，还没有保存。您写的内容都在，请改正后再按一次。</source>
        <translation>One field is not valid, so nothing was saved yet. What you wrote is kept. Correct it and press again.</translation>
    </message>
    <message>
        <source>这一步现在不能办：权限或工单阶段不允许。内容没有改动，需要时按 F9 请班长办理。</source>
        <translation>This step is not open now: your role or the ticket&apos;s stage does not allow it. Nothing was changed. Press F9 to ask the supervisor if needed.</translation>
    </message>
    <message>
        <source>工号或密码不对，没有登录。本机内容都安全，请重新输入六位数字。</source>
        <translation>Staff number or PIN is wrong; you are not signed in. Everything on this computer is safe. Enter the six digits again.</translation>
    </message>
    <message>
        <source>另一个窗口正在写入，这次还没有保存。您写的内容都在，请再按一次。</source>
        <translation>Another window is writing, so this was not saved yet. What you wrote is kept. Press again.</translation>
    </message>
    <message>
        <source>磁盘已满，这次没有保存。已保存的都安全，您写的还在屏幕上；请先清理磁盘，再按一次。</source>
        <translation>The disk is full, so this was not saved. Saved work is safe and your text is still on screen. Free some space, then press again.</translation>
    </message>
    <message>
        <source>数据文件夹不能写入，这次没有保存。已保存的都安全，您写的还在屏幕上；请管理员恢复写入权限。</source>
        <translation>The data folder cannot be written, so this was not saved. Saved work is safe and your text is still on screen. Ask the administrator to restore write access.</translation>
    </message>
    <message>
        <source>这个文件由更新的版本写入，没有打开。文件没有改动，请先升级本程序。</source>
        <translation>This file was written by a newer version and was not opened. It is unchanged. Please update this program first.</translation>
    </message>
    <message>
        <source>读写磁盘出错，这次没有保存。已保存的都安全，您写的还在屏幕上；请再按一次，仍不行请管理员检查磁盘。</source>
        <translation>The disk reported an error, so this was not saved. Saved work is safe and your text is still on screen. Press again; if it fails, ask the administrator to check the disk.</translation>
    </message>
    <message>
        <source>这次操作已取消，内容没有改动。需要时再按一次。</source>
        <translation>Cancelled; nothing was changed. Press again when needed.</translation>
    </message>
    <message>
        <source>正在重建索引，可以照常接电话；较早的工单过一会儿才能查到。</source>
        <translation>Rebuilding the index. Take calls as usual; older tickets can be found in a while.</translation>
    </message>
    <message>
        <source>正在重建索引：%1 / %2，可以照常接电话；较早的工单过一会儿才能查到。</source>
        <translation>Rebuilding the index: %1 / %2. Take calls as usual; older tickets can be found in a while.</translation>
    </message>
    <message>
        <source>索引已重建，所有工单都能查到。</source>
        <translation>The index is rebuilt; all tickets can be found.</translation>
    </message>
    <message>
        <source>磁盘已满，新内容存不进去。已保存的都安全，正在写的留在屏幕上；请先清理磁盘，本条会自动消失。</source>
        <translation>The disk is full; nothing new can be saved. Saved work is safe and your text stays on screen. Free some space and this message will go.</translation>
    </message>
    <message>
        <source>数据文件夹不能写入，现在只能查看。已保存的都安全；请管理员恢复写入权限，本条会自动消失。</source>
        <translation>The data folder cannot be written; view only for now. Saved work is safe. Once the administrator restores write access, this message will go.</translation>
    </message>
    <message>
        <source>可以保存了，正在写的内容没有丢。</source>
        <translation>Saving works again; nothing you wrote was lost.</translation>
    </message>
    <message>
        <source>还没有 %1 年的放假安排，这一年的时限先按全天计算，只会更早不会更晚；请管理员导入。</source>
        <translation>There is no holiday calendar for %1 yet. Due times of that year count every day, so they come earlier, never later. Ask the administrator to import it.</translation>
    </message>
    <message>
        <source>这一步不归您的岗位办，没有办理。内容没有改动，需要时请班长办理。</source>
        <translation>Your role does not do this step, so it was not done. Nothing has changed; ask the supervisor if it is needed.</translation>
    </message>
    <message>
        <source>有一个文件已损坏，这一步没有办成。原文件没有删除，您写的还在屏幕上；请再按一次，仍不行请管理员从备份恢复。</source>
        <translation>A file is damaged and this step was not done. The file is kept, and what you wrote is still on the screen. Press once more; if it fails again, ask the administrator to restore a backup.</translation>
    </message>
    <message>
        <source>正在整理索引，这一条还没排到。内容都在，来电和新工单照常登记；请等下方进度走完再打开它。</source>
        <translation>The index is being rebuilt and has not come to this one yet. Nothing is lost, and calls and new tickets go on as usual. Open it again when the progress below has ended.</translation>
    </message>
    <message>
        <source>日志文件损坏，完好的 %1 条记录已带到新文件，可以照常登记。坏文件没有删除，在 %2；请交给管理员。</source>
        <translation>The journal was damaged. Its %1 sound records were carried into a new file and work goes on as usual. The damaged file was not deleted, it is %2. Hand it to the administrator.</translation>
    </message>
    <message>
        <source>日志从第 %1 条起有记录对不上。原文件没有改动，可以照常登记；请管理员对照备份核实。</source>
        <translation>From record %1 on, the journal has records that do not match. The file was not changed and work goes on as usual. Ask the administrator to compare it with a backup.</translation>
    </message>
    <message>
        <source>日志文件损坏，新内容存不进去。已保存的没有删除，正在写的留在屏幕上；请先抄下要点，再请管理员来看这台电脑。</source>
        <translation>The journal is damaged and nothing new can be saved. What was saved is kept, and what you are writing stays on the screen. Note down the essentials, then ask the administrator to look at this computer.</translation>
    </message>
    <message>
        <source>暂时连不上服务器。内容都存在这台电脑上，连上后自动送出，请照常登记。</source>
        <translation>The server does not answer for now. Everything is kept on this computer and is sent by itself later; go on as usual.</translation>
    </message>
    <message>
        <source>密码不对，请再输一次；忘了请管理员重设。草稿都还在。</source>
        <translation>Wrong password, please try again; if you forgot it, the administrator can set a new one. All drafts are still here.</translation>
    </message>
    <message>
        <source>PIN 不对，请再输一次。各人的草稿都还在。</source>
        <translation>Wrong PIN, please try again. Everybody&apos;s drafts are still here.</translation>
    </message>
    <message>
        <source>连不上服务器，离线登录最多 7 天，已经过了。请接通网络登录一次；草稿都还在。</source>
        <translation>The server does not answer, and the 7 days of offline sign-in are over. Sign in once with the network up; the drafts are still here.</translation>
    </message>
    <message>
        <source>连不上服务器，您又没有在这台电脑上登录过。请接通网络后登录，或先由登录过的同事值班。</source>
        <translation>The server does not answer, and you have not signed in on this computer before. Sign in when the network is up, or let a colleague who has take over.</translation>
    </message>
    <message>
        <source>还有工单在办理，群诉没有结。各单办结后再结。</source>
        <translation>A ticket is still being worked on, so the group event was not closed. Close it when all are solved.</translation>
    </message>
    <message>
        <source>这件群诉已经结了，没有改动。要加工单请先重新打开。</source>
        <translation>This group event is closed and was not changed. Open it again first to add tickets.</translation>
    </message>
    <message>
        <source>工单后来又被移动过，没有撤销。请在群诉里逐张处理。</source>
        <translation>A ticket has been moved since, so nothing was undone. Move the tickets one by one.</translation>
    </message>
    <message>
        <source>这几张不能这样归：要同一个小区，拆分时不能是全部。没有改动。</source>
        <translation>These tickets cannot be grouped so: one community only, and a split never takes all. Nothing was changed.</translation>
    </message>
    <message>
        <source>先写好口径并保存，再批准。没有改动。</source>
        <translation>Write and save the statement first, then approve it. Nothing was changed.</translation>
    </message>
    <message>
        <source>下次通报的时间要晚于现在，没有保存。</source>
        <translation>The next notice must be later than now; it was not saved.</translation>
    </message>
    <message>
        <source>标题要写，最多 80 字，没有保存。</source>
        <translation>A title is needed, 80 characters at most; it was not saved.</translation>
    </message>
    <message>
        <source>已提议开快录；要另一位坐席确认，或请班长开。</source>
        <translation>Quick entry has been proposed; another agent must confirm it, or a supervisor turns it on.</translation>
    </message>
    <message>
        <source>快录是别人开的，请他们或班长关。没有改动。</source>
        <translation>Others turned quick entry on; ask them or a supervisor to turn it off. Nothing was changed.</translation>
    </message>
    <message>
        <source>这件群诉不知道是哪个小区，没有开快录。</source>
        <translation>This group event has no community, so quick entry was not turned on.</translation>
    </message>
    <message>
        <source>这份口径是您写的，要请另一位来批准。口径已保存，没有批准。</source>
        <translation>You wrote this statement, so somebody else has to approve it. It is saved and not approved.</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>同一立管</source>
        <translation>same riser</translation>
    </message>
    <message>
        <source>同一部电梯</source>
        <translation>same lift</translation>
    </message>
    <message>
        <source>同梯</source>
        <translation>same stair</translation>
    </message>
    <message>
        <source>同楼</source>
        <translation>same building</translation>
    </message>
    <message>
        <source>同小区</source>
        <translation>same community</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>resolved</translation>
    </message>
    <message>
        <source>没解决</source>
        <translation>not resolved</translation>
    </message>
    <message>
        <source>没接通</source>
        <translation>not reached</translation>
    </message>
    <message>
        <source>不评价</source>
        <translation>declined to rate</translation>
    </message>
    <message>
        <source> %1 分</source>
        <translation> %1 of 5</translation>
    </message>
    <message>
        <source>回访：%1</source>
        <translation>callback: %1</translation>
    </message>
    <message>
        <source>%1 分钟内</source>
        <translation>within %1 min</translation>
    </message>
    <message>
        <source>%1 小时内</source>
        <translation>within %1 h</translation>
    </message>
    <message>
        <source>%1 · %2 %3 户 · %4；平时 %5 件</source>
        <extracomment>Where and what, the place they share, homes, time, how many are usual there in that time.</extracomment>
        <translation>%1 · %2, %3 homes %4; usually %5</translation>
    </message>
    <message>
        <source>%1 户</source>
        <translation>%1 homes</translation>
    </message>
    <message>
        <source>未结 %1</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>群诉已结</source>
        <translation>Group event closed</translation>
    </message>
    <message>
        <source>首问</source>
        <translation>first</translation>
    </message>
    <message>
        <source>首问负责人 %1 %2</source>
        <translation>First asked: %1 %2</translation>
    </message>
    <message>
        <source>还没有统一口径</source>
        <translation>no statement yet</translation>
    </message>
    <message>
        <source>口径由 %1 批准</source>
        <translation>statement approved by %1</translation>
    </message>
    <message>
        <source>口径还没有人批准</source>
        <translation>statement not approved yet</translation>
    </message>
    <message>
        <source>下次通报 %1</source>
        <translation>next notice %1</translation>
    </message>
    <message>
        <source>快录中</source>
        <translation>quick entry on</translation>
    </message>
    <message>
        <source>快录待确认</source>
        <translation>quick entry to be confirmed</translation>
    </message>
    <message>
        <source>快录，还差%1</source>
        <translation>quick entry, still lacks %1</translation>
    </message>
    <message>
        <source>%1、%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>快录由 %1 开</source>
        <translation>Quick entry on by %1</translation>
    </message>
    <message>
        <source>%1 提议开快录，等另一位确认</source>
        <translation>%1 proposes quick entry; a second person has to confirm</translation>
    </message>
</context>
<context>
    <name>Floor</name>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>派单</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>介入</source>
        <translation>Step in</translation>
    </message>
    <message>
        <source>受理 %1，还没有派单</source>
        <translation>received %1 ago, not dispatched yet</translation>
    </message>
    <message>
        <source>退单 %1，还没有再派</source>
        <translation>returned %1 ago, not sent again yet</translation>
    </message>
    <message>
        <source>派出 %1，还没有签收</source>
        <translation>sent %1 ago, not taken up yet</translation>
    </message>
    <message>
        <source>%1 没有新进展</source>
        <translation>no news for %1</translation>
    </message>
    <message>
        <source>办结 %1，业主等我们回访</source>
        <translation>solved %1 ago, the owner waits for our call</translation>
    </message>
    <message>
        <source>还没有派</source>
        <translation>nobody yet</translation>
    </message>
    <message>
        <source>。%1：请在 %2 前完成，现在回报进展。经办：%3</source>
        <translation>. %1: due %2; report now how it stands. With: %3</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>外呼</source>
        <translation>Calling out</translation>
    </message>
    <message>
        <source>话后</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>示忙（小休）</source>
        <translation>Busy (break)</translation>
    </message>
    <message>
        <source>示忙（用餐）</source>
        <translation>Busy (meal)</translation>
    </message>
    <message>
        <source>示忙（会议）</source>
        <translation>Busy (meeting)</translation>
    </message>
    <message>
        <source>示忙（培训）</source>
        <translation>Busy (training)</translation>
    </message>
    <message>
        <source>示忙（系统）</source>
        <translation>Busy (system)</translation>
    </message>
    <message>
        <source>示忙</source>
        <translation>Busy</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A figure and its unit.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>▼未达</source>
        <translation>▼missed</translation>
    </message>
    <message>
        <source>敏感·%1 ｜ </source>
        <translation>Sensitive: %1 | </translation>
    </message>
    <message>
        <source>辱骂已提醒 ｜ </source>
        <translation>Warned for abuse | </translation>
    </message>
    <message>
        <source>新的紧急工单：%1</source>
        <translation>New urgent ticket: %1</translation>
    </message>
    <message>
        <source>%1 前要超时：%2</source>
        <translation>Runs out at %1: %2</translation>
    </message>
    <message>
        <source>快要超时：%1</source>
        <translation>About to run out: %1</translation>
    </message>
    <message>
        <source>派出 15 分钟没有人签收：%1</source>
        <translation>Sent 15 minutes ago, taken up by nobody: %1</translation>
    </message>
    <message>
        <source>%1，另有 %2 张</source>
        <translation>%1, and %2 more</translation>
    </message>
    <message>
        <source>%1&#x3000;F11 看板</source>
        <extracomment>%1 tells what is new; F11 is the key of the wallboard.</extracomment>
        <translation>%1   F11 wallboard</translation>
    </message>
    <message>
        <source>小休</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>用餐</source>
        <translation>Meal</translation>
    </message>
    <message>
        <source>会议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>培训</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>样本 %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>%1 户，95% 区间 %2–%3</source>
        <translation>%1 households, 95% interval %2–%3</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Chase</translation>
    </message>
    <message>
        <source>【催办】%1 %2 %3，%4</source>
        <translation>[Urged] %1 %2 %3, %4</translation>
    </message>
    <message>
        <source>可能是群诉：%1，%2 确认</source>
        <extracomment>The radar saw several homes report one thing. %1 is the place and the matter.</extracomment>
        <translation>Perhaps a group event: %1, %2 confirms</translation>
    </message>
</context>
<context>
    <name>FloorTiles</name>
    <message>
        <source>30 分钟内将超时</source>
        <translation>Due within 30 minutes</translation>
    </message>
    <message>
        <source>目标 0</source>
        <translation>target 0</translation>
    </message>
    <message>
        <source>都有人签收</source>
        <translation>all are taken up</translation>
    </message>
    <message>
        <source>最久 %1 无人签收</source>
        <translation>longest %1 without anybody</translation>
    </message>
    <message>
        <source>待签收</source>
        <translation>Not taken up</translation>
    </message>
    <message>
        <source>目标 ≤ %1</source>
        <translation>target ≤ %1</translation>
    </message>
    <message>
        <source>紧急工单</source>
        <translation>Emergencies</translation>
    </message>
    <message>
        <source>超时 %1 · 目标 0</source>
        <translation>%1 overdue · target 0</translation>
    </message>
    <message>
        <source>其中敏感来电 %1</source>
        <translation>of them sensitive %1</translation>
    </message>
    <message>
        <source>未结工单共 %1</source>
        <translation>%1 open tickets in all</translation>
    </message>
    <message>
        <source>承诺兑现 %1/%2</source>
        <translation>kept %1/%2</translation>
    </message>
    <message>
        <source>%1 · 目标 ≥%2%</source>
        <translation>%1 · target ≥%2%</translation>
    </message>
    <message>
        <source>今日承诺到期</source>
        <translation>Promises due today</translation>
    </message>
    <message>
        <source>下一条 %1</source>
        <translation>next %1</translation>
    </message>
    <message>
        <source>今天没有下一条</source>
        <translation>no further one today</translation>
    </message>
    <message>
        <source>近三天没有同因的</source>
        <translation>none of one cause in three days</translation>
    </message>
    <message>
        <source>%1 户 %2</source>
        <translation>%1 homes %2</translation>
    </message>
    <message>
        <source>群诉雷达</source>
        <translation>Group radar</translation>
    </message>
    <message>
        <source>已并为同因，未结</source>
        <translation>of one cause, open</translation>
    </message>
    <message>
        <source>坐席空闲</source>
        <translation>Idle agents</translation>
    </message>
    <message>
        <source>在线 0</source>
        <translation>0 at work</translation>
    </message>
    <message>
        <source>单机，没有别的坐席</source>
        <translation>alone, no other agents</translation>
    </message>
    <message>
        <source>在线 %1</source>
        <translation>%1 at work</translation>
    </message>
    <message>
        <source>不含本机</source>
        <translation>without this seat</translation>
    </message>
    <message>
        <source>未知：服务器没有回应</source>
        <translation>Unknown: the server does not answer</translation>
    </message>
    <message>
        <source>还没有收到过</source>
        <translation>never heard so far</translation>
    </message>
    <message>
        <source>截至 %1 空闲 %2 · 在线 %3</source>
        <translation>as of %1: %2 idle · %3 at work</translation>
    </message>
    <message>
        <source>待确认 %1 起：%2 户 %3</source>
        <translation>%1 to confirm: %2 homes %3</translation>
    </message>
    <message>
        <source>已超时 %1 · 再按 1</source>
        <extracomment>%1 tickets; pressing the tile&apos;s key once more lists them.</extracomment>
        <translation>%1 late · 1 again</translation>
    </message>
    <message>
        <source>没有超时的</source>
        <translation>None late</translation>
    </message>
</context>
<context>
    <name>HandText</name>
    <message>
        <source>、</source>
        <extracomment>Between the names of people.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1等 %2 人</source>
        <translation>%1 and others (%2)</translation>
    </message>
    <message>
        <source>%1正在处理</source>
        <translation>%1 is working on it</translation>
    </message>
    <message>
        <source>%1正在看</source>
        <translation>%1 is looking at it</translation>
    </message>
    <message>
        <source>，</source>
        <extracomment>Between who writes and who reads.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>您已认领</source>
        <translation>In your hands</translation>
    </message>
    <message>
        <source>正在认领</source>
        <translation>Asking for it</translation>
    </message>
    <message>
        <source>想认领，联网后确认</source>
        <translation>Wanted; decided when online</translation>
    </message>
    <message>
        <source>%1已认领</source>
        <translation>%1 has it</translation>
    </message>
    <message>
        <source>原坐席不在</source>
        <translation>Agent away</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Shift change</translation>
    </message>
    <message>
        <source>业主又来催</source>
        <translation>Owner called again</translation>
    </message>
    <message>
        <source>另行安排</source>
        <translation>Reassigned</translation>
    </message>
    <message>
        <source>别的坐席</source>
        <translation>another agent</translation>
    </message>
    <message>
        <source>%1接手了 %2：%3</source>
        <translation>%1 took over %2: %3</translation>
    </message>
    <message>
        <source>您离线时，%1认领了 %2</source>
        <translation>While you were offline, %1 took %2</translation>
    </message>
    <message>
        <source>%1已先认领 %2</source>
        <translation>%1 took %2 first</translation>
    </message>
</context>
<context>
    <name>HouseholdText</name>
    <message>
        <source>登记 %1 人</source>
        <extracomment>How many people of a household are on record.</extracomment>
        <translation>%1 on record</translation>
    </message>
    <message>
        <source>未结 %1</source>
        <translation>Open: %1</translation>
    </message>
    <message>
        <source>90 天 %1 次来电</source>
        <translation>90-day calls: %1</translation>
    </message>
    <message>
        <source>90 天内没有来电</source>
        <translation>No calls in 90 days</translation>
    </message>
    <message>
        <source>上次 %1「%2」已办结</source>
        <translation>Last %1 “%2” resolved</translation>
    </message>
    <message>
        <source>称呼%1</source>
        <translation>Address as %1</translation>
    </message>
    <message>
        <source>首次来电</source>
        <translation>First call</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>刚才</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 分钟前</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>%1 天前</source>
        <translation>%1 days ago</translation>
    </message>
    <message>
        <source>%1 个月前</source>
        <translation>%1 mo ago</translation>
    </message>
    <message>
        <source>%1 年前</source>
        <translation>%1 y ago</translation>
    </message>
</context>
<context>
    <name>InboxModel</name>
    <message>
        <source>%1，%2，%3，%4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>我的值没有被采用</source>
        <translation>My values that were not kept</translation>
    </message>
    <message>
        <source>别人的值没有被采用</source>
        <translation>Others&apos; values that were not kept</translation>
    </message>
    <message>
        <source>没有执行的操作</source>
        <translation>Operations not carried out</translation>
    </message>
    <message>
        <source>已看过</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>%1也改了</source>
        <translation>%1 changed it too</translation>
    </message>
    <message>
        <source>等服务器升级</source>
        <translation>Waits for the server</translation>
    </message>
    <message>
        <source>已留底</source>
        <translation>Kept here</translation>
    </message>
</context>
<context>
    <name>KeyHelp</name>
    <message>
        <source>通话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>话术和知识</source>
        <translation>Scripts and knowledge</translation>
    </message>
    <message>
        <source>表单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
</context>
<context>
    <name>KnowledgeRows</name>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>没读</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>等发布</source>
        <translation>To be published</translation>
    </message>
    <message>
        <source>我在改</source>
        <translation>I am writing</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>引用 %1</source>
        <translation>quoted %1</translation>
    </message>
    <message>
        <source>有帮助 %1 / %2</source>
        <translation>helped %1 / %2</translation>
    </message>
    <message>
        <source>转专人</source>
        <translation>To an expert</translation>
    </message>
    <message>
        <source>%1 人读了</source>
        <translation>read by %1</translation>
    </message>
    <message>
        <source>要处理</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>待审待发布</source>
        <translation>Review and publish</translation>
    </message>
    <message>
        <source>到期和久未改</source>
        <translation>Due or long unchanged</translation>
    </message>
    <message>
        <source>搜不到</source>
        <translation>Searched in vain</translation>
    </message>
    <message>
        <source>没帮上</source>
        <translation>Did not help</translation>
    </message>
    <message>
        <source>我的草稿</source>
        <translation>My drafts</translation>
    </message>
    <message>
        <source>已发布</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>形式</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>通告</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>去写</source>
        <translation>Write it</translation>
    </message>
    <message>
        <source>没填</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>口径待填</source>
        <translation>Facts to fill in</translation>
    </message>
    <message>
        <source>口径冲突和没填</source>
        <translation>Contradictions and blanks in articles</translation>
    </message>
    <message>
        <source>口径卡</source>
        <translation>Fact cards</translation>
    </message>
</context>
<context>
    <name>KnowledgeText</name>
    <message>
        <source>知识</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>通告</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>话术</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>已审</source>
        <translation>Reviewed</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>In effect</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>Due for review</translation>
    </message>
    <message>
        <source>已换新版</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>审过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>发布</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>复核仍有效</source>
        <translation>Still right</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>过时</source>
        <translation>Outdated</translation>
    </message>
    <message>
        <source>不对</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>看不懂</source>
        <translation>Unclear</translation>
    </message>
    <message>
        <source>太长</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>没有要的</source>
        <translation>Not in it</translation>
    </message>
    <message>
        <source>另一件事</source>
        <translation>Other matter</translation>
    </message>
    <message>
        <source>一步也没有</source>
        <translation>No step at all</translation>
    </message>
    <message>
        <source>没有第一步</source>
        <translation>No first step</translation>
    </message>
    <message>
        <source>重名：%1</source>
        <translation>Two steps of one name: %1</translation>
    </message>
    <message>
        <source>有一步没有名字</source>
        <translation>A step without a name</translation>
    </message>
    <message>
        <source>没有要念的话：%1</source>
        <translation>Says nothing: %1</translation>
    </message>
    <message>
        <source>第 %2 个回答没有字：%1</source>
        <translation>Answer %2 has no words: %1</translation>
    </message>
    <message>
        <source>回答超过九个，没有键了：%1</source>
        <translation>More than nine answers, no key left: %1</translation>
    </message>
    <message>
        <source>断头：%1 → %2</source>
        <translation>Dead end: %1 → %2</translation>
    </message>
    <message>
        <source>走不到：%1</source>
        <translation>Never reached: %1</translation>
    </message>
    <message>
        <source>绕不出来：%1</source>
        <translation>Goes in a circle: %1</translation>
    </message>
    <message>
        <source>复核日已过 %1 天</source>
        <translation>Review overdue by %1 days</translation>
    </message>
    <message>
        <source>%1 人说没帮上：%2</source>
        <translation>%1 said it did not help: %2</translation>
    </message>
    <message>
        <source>搜过 %1 次，都没有</source>
        <translation>Searched %1 times, never found</translation>
    </message>
    <message>
        <source>%1 天后到期复核</source>
        <translation>Due for review in %1 days</translation>
    </message>
    <message>
        <source>有口径还没填</source>
        <translation>A fact is still blank</translation>
    </message>
    <message>
        <source>%1 天没改过</source>
        <translation>Unchanged for %1 days</translation>
    </message>
    <message>
        <source>和口径卡对不上，没有发布。草稿还在；请照右边改好，或先改口径卡。</source>
        <translation>It contradicts a fact card and was not published. The draft is kept; mend it as shown on the right, or change the card first.</translation>
    </message>
    <message>
        <source>话术还有走不通的地方，没有发布。草稿还在；请照右边一处处改好。</source>
        <translation>The script still has broken ways and was not published. The draft is kept; mend them one by one as shown on the right.</translation>
    </message>
    <message>
        <source>自己写的要别人来审，没有办理。草稿还在，请班长或质检来审。</source>
        <translation>Somebody else has to approve what you wrote; nothing was done. The draft is kept; ask a supervisor or quality.</translation>
    </message>
    <message>
        <source>标题要有，最多 60 个字；还没有保存，写的都在。</source>
        <translation>A title is needed, at most 60 characters; not saved yet, your words are kept.</translation>
    </message>
    <message>
        <source>正文还是空的；还没有保存。</source>
        <translation>The text is still empty; not saved yet.</translation>
    </message>
    <message>
        <source>正文最多两万字；还没有保存，写的都在，请分成两篇。</source>
        <translation>A text has 20,000 characters at most; not saved yet, your words are kept. Make two of it.</translation>
    </message>
    <message>
        <source>日期不对：从今天起生效，复核日和停止日在它后面；还没有办理。</source>
        <translation>The days do not fit: in effect from today on, review and last day behind it; nothing was done.</translation>
    </message>
    <message>
        <source>工单里没有这一项：%1 的 %2</source>
        <translation>A ticket has no such thing: %2 of %1</translation>
    </message>
    <message>
        <source>这一项不能这样填：%1 的 %2</source>
        <translation>It cannot be filled in like this: %2 of %1</translation>
    </message>
    <message>
        <source>没有这个字段：%1 的 %2</source>
        <translation>There is no such field: %2 of %1</translation>
    </message>
    <message>
        <source>只能勾确认或告知：%1 的 %2</source>
        <translation>Only confirmed and told can be ticked: %2 of %1</translation>
    </message>
    <message>
        <source>第 %1 行，文件太长</source>
        <translation>Line %1: the file is too long</translation>
    </message>
    <message>
        <source>第 %1 行，一段也没有，或太多</source>
        <translation>Line %1: no passage, or too many</translation>
    </message>
    <message>
        <source>第 %1 行，第一段之前有字</source>
        <translation>Line %1: words before the first passage</translation>
    </message>
    <message>
        <source>第 %1 行，段名后面的 {…} 不是 JSON</source>
        <translation>Line %1: the {…} behind the name is not JSON</translation>
    </message>
    <message>
        <source>第 %1 行，StoryData 不是 JSON</source>
        <translation>Line %1: StoryData is not JSON</translation>
    </message>
    <message>
        <source>第 %1 行，[[…]] 没有写完</source>
        <translation>Line %1: a [[…]] is not finished</translation>
    </message>
    <message>
        <source>口径卡</source>
        <translation>Fact cards</translation>
    </message>
    <message>
        <source>条件写不通：%1 的 %2</source>
        <translation>The condition cannot be read: %2 of %1</translation>
    </message>
    <message>
        <source>条件永远不成立，念不到：%1 的 %2</source>
        <translation>The condition never holds, nobody comes here: %2 of %1</translation>
    </message>
    <message>
        <source>这句话里有口径还没填，不能念给业主；请先核实，或请班长在知识库里填好</source>
        <translation>A fact in this sentence is not filled in yet, do not say it to an owner; make sure first, or ask the supervisor to fill it in</translation>
    </message>
    <message>
        <source>照原话写，会念进句子里</source>
        <translation>as it is said in the sentence</translation>
    </message>
    <message>
        <source>数字和单位，比如 3 次</source>
        <translation>a number and its unit in Chinese, as in three times</translation>
    </message>
    <message>
        <source>数字和时间单位，比如 30 日，或 1 至 3 天</source>
        <translation>a number and a unit of time in Chinese, as in thirty days</translation>
    </message>
    <message>
        <source>数字和元，比如 2.85 元/平方米·月</source>
        <translation>a number and the word yuan in Chinese, as in 2.85 yuan a square metre and month</translation>
    </message>
    <message>
        <source>百分比，比如 30%</source>
        <translation>a percentage, such as 30%</translation>
    </message>
    <message>
        <source>值要写，最多 120 个字，不带【】和 {}；还没有保存，写的都在。</source>
        <translation>The value is needed: at most 120 characters, without the brackets of a blank or of a card; not saved yet, all that was typed is here.</translation>
    </message>
    <message>
        <source>这张卡要一个数，比如 2.85；还没有保存，写的都在。</source>
        <translation>This card needs a number, such as 2.85. Nothing is saved yet and nothing is lost.</translation>
    </message>
    <message>
        <source>数字后面缺单位，或单位不对；还没有保存，写的都在。</source>
        <translation>The unit behind the number is missing or wrong. Nothing is saved yet and nothing is lost.</translation>
    </message>
    <message>
        <source>范围要从小写到大；还没有保存，写的都在。</source>
        <translation>A range goes from the smaller to the larger number. Nothing is saved yet and nothing is lost.</translation>
    </message>
    <message>
        <source>依据要写，最多 60 个字；还没有保存，写的都在。</source>
        <translation>There has to be a source, of 60 characters at most. Nothing is saved yet and nothing is lost.</translation>
    </message>
    <message>
        <source>这张口径卡的值读不通，没有发布。草稿还在；请退回改好。</source>
        <translation>The value of this fact card cannot be read, it was not published. The draft is still there; send it back and mend it.</translation>
    </message>
</context>
<context>
    <name>MilestoneStrip</name>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>按时</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>晚 %1</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>每 %1</source>
        <translation>every %1</translation>
    </message>
    <message>
        <source>暂停中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>应 %1 前</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>为什么？</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>不到 1 分钟</source>
        <translation>under 1 min</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>ReadBack</name>
    <message>
        <source>%1 前%2%3</source>
        <translation>before %1 %2 %3</translation>
    </message>
    <message>
        <source>师傅</source>
        <translation>the engineer</translation>
    </message>
    <message>
        <source>%1 前%2到场</source>
        <translation>before %1 %2 is there</translation>
    </message>
    <message>
        <source>地点是%1</source>
        <translation>the place is %1</translation>
    </message>
    <message>
        <source>事情是%1</source>
        <translation>it is about %1</translation>
    </message>
    <message>
        <source>联系人%1</source>
        <translation>ask for %1</translation>
    </message>
    <message>
        <source>电话您不留，由我们在这边等您来电</source>
        <translation>you leave no number, we wait for your call</translation>
    </message>
    <message>
        <source>电话 %1</source>
        <translation>telephone %1</translation>
    </message>
    <message>
        <source>工单号 %1</source>
        <translation>ticket %1</translation>
    </message>
    <message>
        <source>我跟您核对一下：%1。您看对吗？</source>
        <translation>Let me read it back: %1. Is that right?</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>我跟您核对：%1，对吗？</source>
        <translation>Let me check: %1, right?</translation>
    </message>
</context>
<context>
    <name>Remark</name>
    <message>
        <source>含糊</source>
        <translation>Vague</translation>
    </message>
    <message>
        <source>空承诺</source>
        <translation>Empty promise</translation>
    </message>
    <message>
        <source>推责</source>
        <translation>Blaming</translation>
    </message>
    <message>
        <source>质问</source>
        <translation>Challenging</translation>
    </message>
    <message>
        <source>失敬</source>
        <translation>Disrespectful</translation>
    </message>
    <message>
        <source>越权</source>
        <translation>Beyond your limit</translation>
    </message>
    <message>
        <source>不合法</source>
        <translation>Unlawful</translation>
    </message>
    <message>
        <source>隐私</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>术语</source>
        <translation>Jargon</translation>
    </message>
    <message>
        <source>劝阻投诉</source>
        <translation>Talking out of complaining</translation>
    </message>
</context>
<context>
    <name>ScriptChoice</name>
    <message>
        <source>明天 %1</source>
        <translation>tomorrow %1</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <translation>%1/%2 %3</translation>
    </message>
</context>
<context>
    <name>ScriptChooser</name>
    <message>
        <source>开场</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>降温</source>
        <translation>De-escalation</translation>
    </message>
    <message>
        <source>辱骂</source>
        <translation>Abuse</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>Closing</translation>
    </message>
</context>
<context>
    <name>ScriptRun</name>
    <message>
        <source>您说的地方</source>
        <translation>the place you mentioned</translation>
    </message>
    <message>
        <source>已念完</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步</source>
        <translation>Step %1 of %2</translation>
    </message>
</context>
<context>
    <name>StoreState</name>
    <message>
        <source>内容都已保存</source>
        <translation>Everything is saved</translation>
    </message>
    <message>
        <source>磁盘已满</source>
        <translation>Disk full</translation>
    </message>
    <message>
        <source>现在只能查看</source>
        <translation>View only</translation>
    </message>
    <message>
        <source>日志有损坏</source>
        <translation>Journal damaged</translation>
    </message>
    <message>
        <source>日志损坏，存不进去</source>
        <translation>Journal damaged, cannot save</translation>
    </message>
    <message>
        <source>损坏的日志已另存</source>
        <translation>Damaged journal set aside</translation>
    </message>
    <message>
        <source>正在整理索引 %1 / %2</source>
        <translation>Rebuilding index %1 / %2</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message>
        <source>找不到服务器</source>
        <translation>Server not found</translation>
    </message>
    <message>
        <source>找不到这台服务器。请核对主机名；没写错就请管理员查域名解析。</source>
        <translation>This server was not found. Check the host name; if it is right, ask the administrator to check DNS.</translation>
    </message>
    <message>
        <source>服务器没有接</source>
        <translation>Server not listening</translation>
    </message>
    <message>
        <source>找到了主机，这个端口没有数据库。请核对端口，或请管理员启动数据库。</source>
        <translation>The host is there, but no database listens on this port. Check the port, or ask the administrator to start the database.</translation>
    </message>
    <message>
        <source>服务器没有回应</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>服务器没有回应。请看网线和 VPN；都通就请管理员查防火墙。</source>
        <translation>The server does not answer. Check cable and VPN; if both work, ask the administrator to check the firewall.</translation>
    </message>
    <message>
        <source>证书对不上</source>
        <translation>Certificate does not match</translation>
    </message>
    <message>
        <source>服务器的证书核对不上，什么都没有发出。请核对主机名和根证书，拿不准就问管理员。</source>
        <translation>The server&apos;s certificate does not hold; nothing was sent. Check host name and root certificate, or ask the administrator.</translation>
    </message>
    <message>
        <source>登录名或密码不对</source>
        <translation>Wrong login or password</translation>
    </message>
    <message>
        <source>登录名或密码不对。请重新输入；忘了密码请管理员重设。</source>
        <translation>The login or the password is wrong. Type it again; if it is forgotten, ask the administrator for a new one.</translation>
    </message>
    <message>
        <source>没有这个数据库</source>
        <translation>No such database</translation>
    </message>
    <message>
        <source>服务器上没有这个数据库。请核对数据库名，通常是 yingda。</source>
        <translation>The server has no such database. Check its name, usually yingda.</translation>
    </message>
    <message>
        <source>数据库还没有建好</source>
        <translation>Database not set up</translation>
    </message>
    <message>
        <source>这个数据库还不是应答的共享库。请核对数据库名，或请管理员先建库。</source>
        <translation>This database is not a shared floor of Yingda yet. Check its name, or ask the administrator to set it up.</translation>
    </message>
    <message>
        <source>登录名没有对应坐席</source>
        <translation>Login belongs to nobody</translation>
    </message>
    <message>
        <source>这个登录名没有对应的在岗坐席。请管理员把它登记到您的工号。</source>
        <translation>This login belongs to no active agent. Ask the administrator to register it for your staff number.</translation>
    </message>
    <message>
        <source>服务器连接已满</source>
        <translation>Server is full</translation>
    </message>
    <message>
        <source>服务器的连接已满，空出来就会连上。经常这样请管理员增加连接数。</source>
        <translation>The server takes no more connections; the program gets in when one is free. If it happens often, ask the administrator for more.</translation>
    </message>
    <message>
        <source>服务器现在只读</source>
        <translation>Server is read-only</translation>
    </message>
    <message>
        <source>现在只有备用服务器，只能读不能写。主服务器回来就会自动发。</source>
        <translation>Only the standby server answers, which cannot be written to. Your work is sent when the main one is back.</translation>
    </message>
    <message>
        <source>连接断了</source>
        <translation>Connection lost</translation>
    </message>
    <message>
        <source>连接中途断了，程序会自动重连。</source>
        <translation>The connection was lost; the program connects again by itself.</translation>
    </message>
    <message>
        <source>服务器不认识这个席位</source>
        <translation>Seat unknown to the server</translation>
    </message>
    <message>
        <source>服务器不认识这个席位，可能已停用。写下的都在这台电脑里；请管理员重新登记本机。</source>
        <translation>The server does not know this seat; it may have been closed. What you wrote is on this computer. Ask the administrator to enrol it again.</translation>
    </message>
    <message>
        <source>岗位不能写入</source>
        <translation>Role may not write</translation>
    </message>
    <message>
        <source>这个登录名的岗位不能写入。写下的都在这台电脑里；请管理员核对您的岗位。</source>
        <translation>The role of this login may not write. What you wrote is on this computer. Ask the administrator to check your role.</translation>
    </message>
    <message>
        <source>本机坐席已归别人</source>
        <translation>Agent is somebody else&apos;s</translation>
    </message>
    <message>
        <source>本机的一位坐席在服务器上归另一个登录名。写下的都在这台电脑里；请管理员核对工号归谁。</source>
        <translation>An agent of this computer belongs to another login on the server. What you wrote is on this computer. Ask the administrator whose staff number it is.</translation>
    </message>
    <message>
        <source>服务器等管理员确认</source>
        <translation>Server awaits its administrator</translation>
    </message>
    <message>
        <source>服务器刚从备份恢复，管理员还没有确认。写下的都在这台电脑里；请管理员确认后再连。</source>
        <translation>The server was restored from a backup and nobody has confirmed it. What you wrote is on this computer. Ask the administrator to confirm.</translation>
    </message>
    <message>
        <source>本程序太旧</source>
        <translation>This program is too old</translation>
    </message>
    <message>
        <source>服务器要求更新的版本。写下的都在这台电脑里；请升级本程序。</source>
        <translation>The server asks for a newer version. What you wrote is on this computer. Please update this program.</translation>
    </message>
    <message>
        <source>服务器太旧</source>
        <translation>The server is too old</translation>
    </message>
    <message>
        <source>服务器的版本比本程序旧。写下的都在这台电脑里；请管理员升级服务器。</source>
        <translation>The server is older than this program. What you wrote is on this computer. Ask the administrator to update the server.</translation>
    </message>
    <message>
        <source>两台电脑用了同一席位</source>
        <translation>Two computers use one seat</translation>
    </message>
    <message>
        <source>日志核对不上</source>
        <translation>Journal does not match</translation>
    </message>
    <message>
        <source>本机读写出错</source>
        <translation>Trouble with this disk</translation>
    </message>
    <message>
        <source>本机数据读写出错，已停止收发。已保存的没有删除；请管理员检查磁盘。</source>
        <translation>The files of this computer could not be read or written, so nothing is exchanged. What was saved is not deleted. Ask the administrator to check the disk.</translation>
    </message>
    <message>
        <source>服务器出错</source>
        <extracomment>The last of the table of troubles: nothing that we know.</extracomment>
        <translation>Server error</translation>
    </message>
    <message>
        <source>服务器出错，程序会自动再试。总不好就把原话告诉管理员。</source>
        <translation>The server had an error; the program tries again by itself. If it stays, tell the administrator its words.</translation>
    </message>
    <message>
        <source>工单号</source>
        <translation>Ticket number</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>第几次办理</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>责任部门和责任人</source>
        <translation>Department and holder</translation>
    </message>
    <message>
        <source>首接坐席</source>
        <translation>First receiver</translation>
    </message>
    <message>
        <source>受理时间</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Occurred</translation>
    </message>
    <message>
        <source>办结方式</source>
        <translation>Solution</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>业主诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>答复业主</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>不留电话</source>
        <translation>No phone given</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>小区名</source>
        <translation>Community name</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>房屋状态</source>
        <translation>Status of the home</translation>
    </message>
    <message>
        <source>坐席姓名</source>
        <translation>Agent name</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>电话用途</source>
        <translation>Purpose of the number</translation>
    </message>
    <message>
        <source>值班人</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>值班电话</source>
        <translation>Duty number</translation>
    </message>
    <message>
        <source>小区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>住户成员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>楼栋</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>单元</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>室号</source>
        <translation>Room</translation>
    </message>
    <message>
        <source>楼层</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>交付日期</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>注意事项</source>
        <translation>Careful with</translation>
    </message>
    <message>
        <source>并入</source>
        <translation>Merged into</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Addressed as</translation>
    </message>
    <message>
        <source>和房子的关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>可以告知结果</source>
        <translation>May be told results</translation>
    </message>
    <message>
        <source>搬走日期</source>
        <translation>Moved out</translation>
    </message>
    <message>
        <source>电话号码</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>是否移除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>关怀标签</source>
        <translation>Care tag</translation>
    </message>
    <message>
        <source>复核日期</source>
        <translation>Review on</translation>
    </message>
    <message>
        <source>质保部位</source>
        <translation>Warranty part</translation>
    </message>
    <message>
        <source>起算日期</source>
        <translation>Starts on</translation>
    </message>
    <message>
        <source>质保年数</source>
        <translation>Warranty years</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>对外称呼</source>
        <translation>Name for callers</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>是否在岗</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>开始时刻</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束时刻</source>
        <translation>To</translation>
    </message>
    <message>
        <source>离线 %1 分钟</source>
        <translation>Offline %1 min</translation>
    </message>
    <message>
        <source>离线 %1 小时</source>
        <translation>Offline %1 h</translation>
    </message>
    <message>
        <source>离线 %1 天</source>
        <translation>Offline %1 d</translation>
    </message>
    <message>
        <source>还没有连上</source>
        <translation>Not connected yet</translation>
    </message>
    <message>
        <source>%1 起离线</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>%1 起</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>已同步</source>
        <translation>In step</translation>
    </message>
    <message>
        <source>已连接</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>未发送 %1</source>
        <translation>Unsent %1</translation>
    </message>
    <message>
        <source>冲突 %1</source>
        <translation>Conflicts %1</translation>
    </message>
    <message>
        <source>没执行 %1</source>
        <translation>Refused %1</translation>
    </message>
    <message>
        <source>正在上传，还剩 %1</source>
        <translation>Uploading, %1 left</translation>
    </message>
    <message>
        <source>正在取第一份 %1 行</source>
        <translation>First copy: %1 rows</translation>
    </message>
    <message>
        <source>照常接电话。写下的都在这台电脑里，连上就自动发。</source>
        <translation>Take calls as usual. What you write is on this computer and is sent by itself once connected. </translation>
    </message>
    <message>
        <source>这台电脑的时钟比服务器慢 %1 分钟，请校准；记录的先后以服务器为准。</source>
        <translation>This computer&apos;s clock is %1 min behind the server&apos;s; please set it. The order of records follows the server.</translation>
    </message>
    <message>
        <source>这台电脑的时钟比服务器快 %1 分钟，请校准；记录的先后以服务器为准。</source>
        <translation>This computer&apos;s clock is %1 min ahead of the server&apos;s; please set it. The order of records follows the server.</translation>
    </message>
    <message>
        <source>服务器的版本还不认识这一步，已替您留着；服务器升级后自动执行。</source>
        <translation>The server does not know this step yet. It is kept for you and carried out after the server was updated.</translation>
    </message>
    <message>
        <source>您的岗位不能办这一步，服务器没有执行。需要时请班长办理。</source>
        <translation>Your role may not do this, so the server did not. Ask the supervisor if it is needed.</translation>
    </message>
    <message>
        <source>这一步署了别人的工号，服务器没有执行。请用您自己的工号登录后重办。</source>
        <translation>This step carries another staff number, so the server did not do it. Sign in with your own and do it again.</translation>
    </message>
    <message>
        <source>服务器不收这一类内容，没有执行。请把这一条告诉管理员。</source>
        <translation>The server does not take this kind of content. Please tell the administrator.</translation>
    </message>
    <message>
        <source>写下这一步的程序版本太旧，服务器没有执行。请升级本程序后重办。</source>
        <translation>The program that wrote this step is too old. Update it and do the step again.</translation>
    </message>
    <message>
        <source>服务器没有执行这一步，也没有说原因。请核对工单，需要时重办。</source>
        <translation>The server did not do this step and gave no reason. Check the ticket and do it again if needed.</translation>
    </message>
    <message>
        <source>服务器没有执行这一步，它的原话是：%1</source>
        <translation>The server did not do this step. Its words: %1</translation>
    </message>
    <message>
        <source>备机，至多 %1 秒前</source>
        <translation>Standby, at most %1 s old</translation>
    </message>
    <message>
        <source>备机，至多 %1 分钟前</source>
        <translation>Standby, at most %1 min old</translation>
    </message>
    <message>
        <source>备机，至多 %1 小时前</source>
        <translation>Standby, at most %1 h old</translation>
    </message>
    <message>
        <source>只有备机在应答，看到的可能旧一点。写下的都在这台电脑里，主机回来就自动发。</source>
        <translation>Only a standby answers, so what you see may be a little old. What you write stays on this computer and is sent by itself when the primary is back.</translation>
    </message>
    <message>
        <source>认领</source>
        <translation>Take in hand</translation>
    </message>
    <message>
        <source>认领人</source>
        <translation>Taken by</translation>
    </message>
    <message>
        <source>认领的席位</source>
        <translation>Seat that took it</translation>
    </message>
    <message>
        <source>认领时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>认领到期</source>
        <translation>Held until</translation>
    </message>
    <message>
        <source>认领序号</source>
        <translation>Claim number</translation>
    </message>
    <message>
        <source>服务器的一次启用</source>
        <translation>Life of the server</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>接手理由</source>
        <translation>Reason of taking over</translation>
    </message>
    <message>
        <source>跟进人</source>
        <translation>Kept by</translation>
    </message>
    <message>
        <source>交接的工单</source>
        <translation>Ticket handed over</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Handed over to</translation>
    </message>
    <message>
        <source>为什么要交</source>
        <translation>Why it is handed over</translation>
    </message>
    <message>
        <source>交班时间</source>
        <translation>Handed over at</translation>
    </message>
    <message>
        <source>没有交给人</source>
        <translation>Left to nobody</translation>
    </message>
    <message>
        <source>由谁接下</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>接下时间</source>
        <translation>Taken over at</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>和谁是同一人</source>
        <translation>Same person as</translation>
    </message>
    <message>
        <source>原工单</source>
        <translation>Original ticket</translation>
    </message>
    <message>
        <source>关联的工单</source>
        <translation>Linked tickets</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>由谁关联</source>
        <translation>Linked by</translation>
    </message>
    <message>
        <source>关联时间</source>
        <translation>Linked at</translation>
    </message>
    <message>
        <source>承诺的工单</source>
        <translation>Ticket of the promise</translation>
    </message>
    <message>
        <source>承诺什么</source>
        <translation>What is promised</translation>
    </message>
    <message>
        <source>承诺时间</source>
        <translation>Promised for</translation>
    </message>
    <message>
        <source>谁来做</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>谁承诺的</source>
        <translation>Promised by</translation>
    </message>
    <message>
        <source>承诺于</source>
        <translation>Promised at</translation>
    </message>
    <message>
        <source>兑现时间</source>
        <translation>Kept at</translation>
    </message>
    <message>
        <source>失约时间</source>
        <translation>Broken at</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>草稿是第几版</source>
        <translation>Version of the draft</translation>
    </message>
    <message>
        <source>知识草稿正文</source>
        <translation>Text of the draft</translation>
    </message>
    <message>
        <source>草稿改于</source>
        <translation>Draft changed at</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Approver</translation>
    </message>
    <message>
        <source>审的是哪些字</source>
        <translation>Words approved</translation>
    </message>
    <message>
        <source>审核于</source>
        <translation>Approved at</translation>
    </message>
    <message>
        <source>知识正文</source>
        <translation>Article text</translation>
    </message>
    <message>
        <source>写过的人</source>
        <translation>Writers</translation>
    </message>
    <message>
        <source>谁发布的</source>
        <translation>Published by</translation>
    </message>
    <message>
        <source>发布于</source>
        <translation>Published at</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>In effect from</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>In effect until</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>读者的话</source>
        <translation>Reader&apos;s word</translation>
    </message>
    <message>
        <source>没帮上的原因</source>
        <translation>Why it did not help</translation>
    </message>
    <message>
        <source>搜不到的词</source>
        <translation>Words searched in vain</translation>
    </message>
    <message>
        <source>哪篇知识</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>第几版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>直接答复</source>
        <translation>Direct answer</translation>
    </message>
    <message>
        <source>作者</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>复核日</source>
        <translation>Review day</translation>
    </message>
    <message>
        <source>由谁</source>
        <translation>By</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>所属群诉</source>
        <translation>Group event</translation>
    </message>
    <message>
        <source>群诉范围</source>
        <translation>Place of the event</translation>
    </message>
    <message>
        <source>群诉类别</source>
        <translation>Category of the event</translation>
    </message>
    <message>
        <source>群诉标题</source>
        <translation>Title of the event</translation>
    </message>
    <message>
        <source>首问负责人</source>
        <translation>First asked</translation>
    </message>
    <message>
        <source>首问时间</source>
        <translation>Time of the first report</translation>
    </message>
    <message>
        <source>统一口径</source>
        <translation>Common statement</translation>
    </message>
    <message>
        <source>谁批准的口径</source>
        <translation>Who approved the statement</translation>
    </message>
    <message>
        <source>口径批准于</source>
        <translation>Statement approved at</translation>
    </message>
    <message>
        <source>下次通报</source>
        <translation>Next notice</translation>
    </message>
    <message>
        <source>谁建的群诉</source>
        <translation>Who made the event</translation>
    </message>
    <message>
        <source>群诉建于</source>
        <translation>Event made at</translation>
    </message>
    <message>
        <source>谁结的群诉</source>
        <translation>Who closed the event</translation>
    </message>
    <message>
        <source>群诉结于</source>
        <translation>Event closed at</translation>
    </message>
    <message>
        <source>记录方式</source>
        <translation>Way of recording</translation>
    </message>
    <message>
        <source>敏感来电</source>
        <translation>Sensitive call</translation>
    </message>
    <message>
        <source>谁练的</source>
        <translation>Who practised</translation>
    </message>
    <message>
        <source>练习场景</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>场景第几版</source>
        <translation>Version of the scenario</translation>
    </message>
    <message>
        <source>场景的哪些字</source>
        <translation>Text of the scenario</translation>
    </message>
    <message>
        <source>练习种子</source>
        <translation>Seed of the drill</translation>
    </message>
    <message>
        <source>是不是考核</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>练习提示</source>
        <translation>Hints of the drill</translation>
    </message>
    <message>
        <source>评分表第几版</source>
        <translation>Version of the score card</translation>
    </message>
    <message>
        <source>练习得分</source>
        <translation>Score of the drill</translation>
    </message>
    <message>
        <source>练习结局</source>
        <translation>End of the drill</translation>
    </message>
    <message>
        <source>各项得分</source>
        <translation>Scores by dimension</translation>
    </message>
    <message>
        <source>练习指标</source>
        <translation>Figures of the drill</translation>
    </message>
    <message>
        <source>练习开始</source>
        <translation>Beginning of the drill</translation>
    </message>
    <message>
        <source>练习用时</source>
        <translation>Length of the drill</translation>
    </message>
    <message>
        <source>练习中说的话</source>
        <translation>What was said in the drill</translation>
    </message>
    <message>
        <source>指派给谁</source>
        <translation>Assigned to</translation>
    </message>
    <message>
        <source>指派的场景</source>
        <translation>Assigned scenario</translation>
    </message>
    <message>
        <source>练完的日子</source>
        <translation>Day due</translation>
    </message>
    <message>
        <source>指派于</source>
        <translation>Assigned at</translation>
    </message>
    <message>
        <source>谁开的快录</source>
        <translation>Who turned quick entry on</translation>
    </message>
    <message>
        <source>快录开于</source>
        <translation>Quick entry on since</translation>
    </message>
    <message>
        <source>谁确认的快录</source>
        <translation>Who confirmed quick entry</translation>
    </message>
    <message>
        <source>户内还是公共部位</source>
        <translation>Home or common part</translation>
    </message>
    <message>
        <source>有进展怎么告诉业主</source>
        <translation>How the owner wants to hear of it</translation>
    </message>
    <message>
        <source>谁写的口径</source>
        <translation>Who wrote the statement</translation>
    </message>
    <message>
        <source>业主情绪</source>
        <translation>Owner&apos;s feeling</translation>
    </message>
    <message>
        <source>服务器没有加密</source>
        <translation>The server does not encrypt</translation>
    </message>
    <message>
        <source>服务器没有证书，连接不加密，什么都没有发出。请管理员给服务器配证书。</source>
        <translation>The server has no certificate, so the connection would not be encrypted; nothing was sent. Ask the administrator to give the server a certificate.</translation>
    </message>
    <message>
        <source>证书是别的主机的</source>
        <translation>The certificate is for another host</translation>
    </message>
    <message>
        <source>服务器的证书写的是另一个主机名，什么都没有发出。请用证书上的主机名；拿不准就问管理员。</source>
        <translation>The certificate names another host; nothing was sent. Use the host name on the certificate; if in doubt, ask the administrator.</translation>
    </message>
    <message>
        <source>不认识证书的签发者</source>
        <translation>The certificate&apos;s issuer is unknown</translation>
    </message>
    <message>
        <source>服务器的证书不是本机信任的机构签发的，什么都没有发出。请管理员给根证书，放好后填在这里。</source>
        <translation>Nobody whom this computer trusts has signed the certificate; nothing was sent. Ask the administrator for the root certificate and enter its file here.</translation>
    </message>
    <message>
        <source>证书过期了</source>
        <translation>The certificate has expired</translation>
    </message>
    <message>
        <source>服务器的证书过期了或还没生效，什么都没有发出。先看这台电脑的时间对不对，再请管理员换证书。</source>
        <translation>The certificate has expired or is not valid yet; nothing was sent. Check this computer&apos;s clock first, then ask the administrator for a new certificate.</translation>
    </message>
    <message>
        <source>服务器没放行这台电脑</source>
        <translation>The server does not let this computer in</translation>
    </message>
    <message>
        <source>服务器没有放行这台电脑的地址。请管理员在 pg_hba.conf 里加上，再核对数据库名。</source>
        <translation>The server does not let this computer&apos;s address in. Ask the administrator to add it to pg_hba.conf, and check the database name.</translation>
    </message>
    <message>
        <source>两台电脑用了同一个席位，或这里恢复过旧备份，已停止收发。写下的都在这台电脑里；给本机换一个新席位就能接着用。</source>
        <translation>Two computers use one seat, or an old backup was put back here; nothing is sent or fetched. All that was written is on this computer; with a new seat of its own it goes on.</translation>
    </message>
    <message>
        <source>本机日志和服务器核对不上，已停止收发。写下的都没有删除；请管理员来看这台电脑，再换一个新席位。</source>
        <translation>The journal here does not agree with the server; nothing is sent or fetched. Nothing that was written was deleted; ask the administrator to look at this computer, then take a new seat.</translation>
    </message>
    <message>
        <source>这份口径是您写的，服务器没有记批准。请另一位班长来批准。</source>
        <translation>You wrote this statement, so the server did not take your approval. Ask another supervisor to approve it.</translation>
    </message>
    <message>
        <source>批准的是哪一版口径</source>
        <translation>Which statement was approved</translation>
    </message>
</context>
<context>
    <name>TemplateChooser</name>
    <message>
        <source>短信</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>业主群</source>
        <translation>Owners&apos; group</translation>
    </message>
    <message>
        <source>APP</source>
        <translation>APP</translation>
    </message>
    <message>
        <source>12345 答复</source>
        <translation>12345 reply</translation>
    </message>
    <message>
        <source>信函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>received</translation>
    </message>
    <message>
        <source>已派单</source>
        <translation>dispatched</translation>
    </message>
    <message>
        <source>要延期</source>
        <translation>delayed</translation>
    </message>
    <message>
        <source>已办完</source>
        <translation>done</translation>
    </message>
    <message>
        <source>回访没接通</source>
        <translation>callback missed</translation>
    </message>
    <message>
        <source>统一说明</source>
        <translation>statement</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A channel and what there is to tell: 短信 · 已派单.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Tie</name>
    <message>
        <source>重复</source>
        <translation>Repeat</translation>
    </message>
    <message>
        <source>同因</source>
        <translation>Same cause</translation>
    </message>
    <message>
        <source>相关</source>
        <translation>Related</translation>
    </message>
    <message>
        <source>不是同一件</source>
        <translation>Not the same</translation>
    </message>
    <message>
        <source>没有关联</source>
        <translation>No link</translation>
    </message>
    <message>
        <source>同一户</source>
        <translation>same household</translation>
    </message>
    <message>
        <source>同一电话</source>
        <translation>same phone</translation>
    </message>
    <message>
        <source>同梯</source>
        <translation>same unit</translation>
    </message>
    <message>
        <source>同楼</source>
        <translation>same building</translation>
    </message>
    <message>
        <source>同小区</source>
        <translation>same community</translation>
    </message>
    <message>
        <source>同类别</source>
        <translation>same category</translation>
    </message>
    <message>
        <source>同大类</source>
        <translation>same branch</translation>
    </message>
    <message>
        <source>说法相近</source>
        <translation>similar words</translation>
    </message>
    <message>
        <source>相隔 %1 分钟</source>
        <translation>%1 min apart</translation>
    </message>
    <message>
        <source>相隔 %1 小时</source>
        <translation>%1 h apart</translation>
    </message>
    <message>
        <source>相隔 %1 天</source>
        <translation>%1 days apart</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>，</source>
        <extracomment>Between the parts of a line of the timeline.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 呼入</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>业主来电</source>
        <translation>Owner called</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Clock paused</translation>
    </message>
    <message>
        <source>预计 %1 恢复</source>
        <translation>expected to resume %1</translation>
    </message>
    <message>
        <source>业主确认已解决</source>
        <translation>Owner confirmed it is resolved</translation>
    </message>
    <message>
        <source>业主说没解决</source>
        <translation>Owner says it is not resolved</translation>
    </message>
    <message>
        <source>无人接听</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>拒绝评价</source>
        <translation>Declined to rate</translation>
    </message>
    <message>
        <source>满意 %1 分</source>
        <translation>satisfaction %1</translation>
    </message>
    <message>
        <source>推荐意愿 %1</source>
        <translation>would recommend %1</translation>
    </message>
    <message>
        <source>引用《%1》</source>
        <translation>Quoted “%1”</translation>
    </message>
    <message>
        <source>引用《%1》第 %2 版</source>
        <translation>Quoted “%1”, version %2</translation>
    </message>
    <message>
        <source>已拨 %1</source>
        <translation>Called %1</translation>
    </message>
    <message>
        <source>姓氏与房号已核对</source>
        <translation>surname and home verified</translation>
    </message>
    <message>
        <source>受理已确认，工单号已告知</source>
        <translation>Acceptance confirmed, ticket number given</translation>
    </message>
    <message>
        <source>流程已告知</source>
        <translation>Process explained</translation>
    </message>
    <message>
        <source>初步诊断</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>方案已通报业主</source>
        <translation>Owner informed of the plan</translation>
    </message>
    <message>
        <source>%1已到场</source>
        <translation>%1 on site</translation>
    </message>
    <message>
        <source>恢复计时</source>
        <translation>Clock resumed</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Chase</translation>
    </message>
    <message>
        <source>联系</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>派给 %1</source>
        <translation>Dispatched to %1</translation>
    </message>
    <message>
        <source>退单</source>
        <translation>returned</translation>
    </message>
    <message>
        <source>查看完整号码</source>
        <translation>Viewed the full number</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>发生时间：%1</source>
        <translation>happened: %1</translation>
    </message>
    <message>
        <source>接下了%1交来的</source>
        <translation>took over what %1 handed on</translation>
    </message>
    <message>
        <source>下班时没有交给人</source>
        <translation>the shift ended and nobody was chosen</translation>
    </message>
    <message>
        <source>交给下一班</source>
        <translation>handed to the next shift</translation>
    </message>
    <message>
        <source>交给%1</source>
        <translation>Hand to %1</translation>
    </message>
    <message>
        <source>加了附件</source>
        <translation>Attached a file</translation>
    </message>
    <message>
        <source>取下附件</source>
        <translation>Took an attachment off</translation>
    </message>
    <message>
        <source>%1 与本单重复</source>
        <translation>%1 repeats this one</translation>
    </message>
    <message>
        <source>与 %1 重复，时限跟那张走</source>
        <translation>Repeats %1, whose deadlines count</translation>
    </message>
    <message>
        <source>与 %1 同因</source>
        <translation>Same cause as %1</translation>
    </message>
    <message>
        <source>与 %1 相关</source>
        <translation>Related to %1</translation>
    </message>
    <message>
        <source>看过，与 %1 不是一件事</source>
        <translation>Looked at: not the same as %1</translation>
    </message>
    <message>
        <source>取消与 %1 的关联</source>
        <translation>Link to %1 taken back</translation>
    </message>
    <message>
        <source>提醒后照样说「%1」</source>
        <translation>Said “%1” in spite of the remark</translation>
    </message>
    <message>
        <source>忽略用语提醒「%1」</source>
        <translation>Ignored the remark on “%1”</translation>
    </message>
    <message>
        <source>类别 %1：系统建议（%2%），未改</source>
        <translation>Category %1: suggested (%2%), left as it was</translation>
    </message>
    <message>
        <source>已向业主复述核对</source>
        <translation>read back to the owner</translation>
    </message>
    <message>
        <source>标记敏感来电：%1</source>
        <translation>marked as sensitive: %1</translation>
    </message>
    <message>
        <source>取消敏感来电</source>
        <translation>Take the sensitive mark back</translation>
    </message>
    <message>
        <source>两次提醒后礼貌结束通话</source>
        <translation>ended politely after two warnings</translation>
    </message>
    <message>
        <source>第 %1 次提醒停止辱骂</source>
        <translation>warning %1 to stop the abuse</translation>
    </message>
    <message>
        <source>标记敏感来电</source>
        <translation>marked as sensitive</translation>
    </message>
    <message>
        <source>班长催办</source>
        <extracomment>Who leads the floor urged whoever has the ticket.</extracomment>
        <translation>Urged by the supervisor</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>%1，%2，%3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>场景后来改过，这里只有当时的分数，没有逐句的依据。</source>
        <translation>The scenario has changed since: here are the scores of then, without the evidence.</translation>
    </message>
    <message>
        <source>按现在的评分表重放；当时记的是 %1 分。</source>
        <translation>Done again by today&apos;s score card; %1 points were kept then.</translation>
    </message>
    <message>
        <source>当时说的话重放不了，这里只有分数。</source>
        <translation>What was said then cannot be done again; here are the scores only.</translation>
    </message>
    <message>
        <source>当时说的话读不出来，这里只有分数。</source>
        <translation>What was said then cannot be read; here are the scores only.</translation>
    </message>
    <message>
        <source>客户会出声，可以录音</source>
        <translation>The customer speaks, and you can record</translation>
    </message>
    <message>
        <source>客户会出声；没有麦克风，打字练习照常</source>
        <translation>The customer speaks; no microphone, typing works as usual</translation>
    </message>
    <message>
        <source>可以录音；没有声音出来，客户的话看字</source>
        <translation>You can record; no sound comes out, read the customer&apos;s words</translation>
    </message>
    <message>
        <source>没有声音，打字练习照常</source>
        <translation>No sound; typing works as usual</translation>
    </message>
    <message>
        <source>文件、行或一行的字太多</source>
        <translation>Too much: the file, its lines or one line</translation>
    </message>
    <message>
        <source>不是 UTF-8 文字，或有控制字符</source>
        <translation>No UTF-8 text, or a control character in it</translation>
    </message>
    <message>
        <source>「%1」像标签、网址或路径，场景里只写话</source>
        <translation>“%1” looks like a tag, an address or a path; a scenario holds words only</translation>
    </message>
    <message>
        <source>没有【%1】这种标题</source>
        <translation>There is no heading “%1”</translation>
    </message>
    <message>
        <source>这里没有「%1」这一项</source>
        <translation>There is no field “%1” here</translation>
    </message>
    <message>
        <source>看不懂：%1</source>
        <translation>Not understood: %1</translation>
    </message>
    <message>
        <source>缺「%1」</source>
        <translation>“%1” is missing</translation>
    </message>
    <message>
        <source>「%1」写得不对，或超出范围</source>
        <translation>“%1” is wrong or out of range</translation>
    </message>
    <message>
        <source>「%1」有两个</source>
        <translation>“%1” stands there twice</translation>
    </message>
    <message>
        <source>「%1」太多了</source>
        <translation>Too many of “%1”</translation>
    </message>
    <message>
        <source>没有这个类别：%1，要写到最末一级</source>
        <translation>No such category: %1; name the last level</translation>
    </message>
    <message>
        <source>大类「%1」和类别对不上</source>
        <translation>The class “%1” is not that of the category</translation>
    </message>
    <message>
        <source>没有这个部门：%1</source>
        <translation>No such department: %1</translation>
    </message>
    <message>
        <source>没有这个时限：%1</source>
        <translation>No such deadline: %1</translation>
    </message>
    <message>
        <source>没有「%1」这一段</source>
        <translation>There is no part “%1”</translation>
    </message>
    <message>
        <source>缺【结束 %1】</source>
        <translation>The end “%1” is missing</translation>
    </message>
    <message>
        <source>没有「%1」这条事实</source>
        <translation>There is no fact “%1”</translation>
    </message>
    <message>
        <source>事实「%1」谁也问不到</source>
        <translation>Nobody can ask for the fact “%1”</translation>
    </message>
    <message>
        <source>工单要有「%1」，没有一条事实给得出来</source>
        <translation>The ticket needs “%1”, and no fact gives it</translation>
    </message>
    <message>
        <source>走不到「%1」</source>
        <translation>“%1” cannot be reached</translation>
    </message>
    <message>
        <source>断头：「%1」没有下一步</source>
        <translation>Dead end: “%1” leads nowhere</translation>
    </message>
    <message>
        <source>从「%1」到不了任何结束</source>
        <translation>No end can be reached from “%1”</translation>
    </message>
    <message>
        <source>没有一条路走到「满意」或「接受」</source>
        <translation>No way leads to a good end</translation>
    </message>
    <message>
        <source>整句里的「%1」过不了用语检查或口径卡</source>
        <translation>“%1” in a model sentence fails the wording check or a fact card</translation>
    </message>
    <message>
        <source>考核</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>关</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>要点</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>整句</source>
        <translation>Sentences</translation>
    </message>
    <message>
        <source>客户满意</source>
        <translation>Customer satisfied</translation>
    </message>
    <message>
        <source>客户接受</source>
        <translation>Customer accepts</translation>
    </message>
    <message>
        <source>客户要升级</source>
        <translation>Customer escalates</translation>
    </message>
    <message>
        <source>客户挂断</source>
        <translation>Customer hung up</translation>
    </message>
    <message>
        <source>没有谈完</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>平静</source>
        <translation>Calm</translation>
    </message>
    <message>
        <source>不满</source>
        <translation>Displeased</translation>
    </message>
    <message>
        <source>愤怒</source>
        <translation>Angry</translation>
    </message>
    <message>
        <source>要升级</source>
        <translation>Threatening</translation>
    </message>
    <message>
        <source>一级 新人</source>
        <translation>Grade 1, new</translation>
    </message>
    <message>
        <source>二级 熟手</source>
        <translation>Grade 2, skilled</translation>
    </message>
    <message>
        <source>三级 资深</source>
        <translation>Grade 3, senior</translation>
    </message>
    <message>
        <source>%1 分钟内告知流程</source>
        <translation>Process told within %1 minutes</translation>
    </message>
    <message>
        <source>说清谁、几点、怎么通知</source>
        <translation>Said who, when, how</translation>
    </message>
    <message>
        <source>情绪降到 %1 以下</source>
        <translation>Anger below %1</translation>
    </message>
    <message>
        <source>全程</source>
        <translation>Whole talk</translation>
    </message>
    <message>
        <source>第 %1 轮 %2</source>
        <translation>Turn %1 at %2</translation>
    </message>
    <message>
        <source>第 %1 行：%2</source>
        <translation>Line %1: %2</translation>
    </message>
    <message>
        <source>第 %1 行第 %2 字：%3</source>
        <translation>Line %1, character %2: %3</translation>
    </message>
</context>
<context>
    <name>WhyTable</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 %2 天</source>
        <translation>%1, %2 days</translation>
    </message>
    <message>
        <source>%1，已扣午休 %2</source>
        <translation>%1, less lunch %2</translation>
    </message>
    <message>
        <source>%1 到期</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>计满 %1</source>
        <translation>%1 full</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>现在 %1</source>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>夜间 %1–%2 不计，已收起</source>
        <translation>Night %1–%2 not counted, folded</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>紧急</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>咨询</source>
        <translation>Enquiry</translation>
    </message>
    <message>
        <source>急</source>
        <extracomment>One character on a chip of 20 px.</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>重</source>
        <translation>M</translation>
    </message>
    <message>
        <source>普</source>
        <translation>N</translation>
    </message>
    <message>
        <source>询</source>
        <translation>Q</translation>
    </message>
    <message>
        <source>报修</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>投诉</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>表扬</source>
        <translation>Praise</translation>
    </message>
    <message>
        <source>求助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>议事</source>
        <translation>Council</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>派单</source>
        <translation>Dispatched</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>Awaiting callback</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>APP</source>
        <translation>App</translation>
    </message>
    <message>
        <source>微信</source>
        <translation>WeChat</translation>
    </message>
    <message>
        <source>企业微信</source>
        <translation>WeCom</translation>
    </message>
    <message>
        <source>业主群</source>
        <translation>Owners&apos; group</translation>
    </message>
    <message>
        <source>前台</source>
        <translation>Front desk</translation>
    </message>
    <message>
        <source>来信</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>12345</source>
        <translation>12345</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Sub-district</translation>
    </message>
    <message>
        <source>巡查</source>
        <translation>Patrol</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>媒体</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>业主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>租客</source>
        <translation>Tenant</translation>
    </message>
    <message>
        <source>家人</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>父母</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>保姆</source>
        <translation>Housekeeper</translation>
    </message>
    <message>
        <source>车位业主</source>
        <translation>Parking owner</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>高龄住户</source>
        <translation>Elderly resident</translation>
    </message>
    <message>
        <source>高龄父母同住</source>
        <translation>Elderly parents</translation>
    </message>
    <message>
        <source>语速放慢</source>
        <translation>Speak slowly</translation>
    </message>
    <message>
        <source>上门先电话</source>
        <translation>Call before visit</translation>
    </message>
    <message>
        <source>轮椅通道</source>
        <translation>Wheelchair access</translation>
    </message>
    <message>
        <source>有婴幼儿</source>
        <translation>Infant at home</translation>
    </message>
    <message>
        <source>家有宠物</source>
        <translation>Pets</translation>
    </message>
    <message>
        <source>午间勿扰</source>
        <translation>No calls at noon</translation>
    </message>
    <message>
        <source>重点关怀</source>
        <translation>Special care</translation>
    </message>
    <message>
        <source>坐席</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>处理岗</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>班长</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>培训师</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>质检</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>管理员</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>黄金5分钟</source>
        <translation>Golden 5 min</translation>
    </message>
    <message>
        <source>受理确认</source>
        <translation>Acceptance</translation>
    </message>
    <message>
        <source>初步诊断</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>方案通报</source>
        <translation>Plan notice</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Arrival</translation>
    </message>
    <message>
        <source>处理方案</source>
        <translation>Action plan</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>专家回复</source>
        <translation>Expert</translation>
    </message>
    <message>
        <source>结果回访</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>进度告知</source>
        <translation>Progress update</translation>
    </message>
    <message>
        <source>服务时间</source>
        <translation>Service hours</translation>
    </message>
    <message>
        <source>补班</source>
        <translation>Make-up workday</translation>
    </message>
    <message>
        <source>全天计时</source>
        <translation>Round the clock</translation>
    </message>
    <message>
        <source>按与业主约定的日期</source>
        <translation>Date agreed with owner</translation>
    </message>
    <message>
        <source>特殊安排</source>
        <translation>Special schedule</translation>
    </message>
    <message>
        <source>午休</source>
        <translation>Lunch</translation>
    </message>
    <message>
        <source>夜间</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>法定假</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>暂停</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>place</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>matter</translation>
    </message>
    <message>
        <source>联系电话或拒留</source>
        <translation>phone or refusal</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>cause</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>业主确认</source>
        <translation>owner&apos;s confirmation</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>department</translation>
    </message>
    <message>
        <source>、</source>
        <extracomment>Between the names of missing fields.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>还差%1</source>
        <translation>Missing: %1</translation>
    </message>
    <message>
        <source>来电</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>重开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>退单</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>阶段</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>知识</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>外呼</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>看号码</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>下次通报</source>
        <translation>Next update</translation>
    </message>
    <message>
        <source>明天 %1</source>
        <translation>Tomorrow %1</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>等业主回家</source>
        <translation>Owner away</translation>
    </message>
    <message>
        <source>等配件</source>
        <translation>Awaiting parts</translation>
    </message>
    <message>
        <source>等业主资料</source>
        <translation>Awaiting owner&apos;s papers</translation>
    </message>
    <message>
        <source>等外部单位</source>
        <translation>Awaiting third party</translation>
    </message>
    <message>
        <source>回拨</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>上门</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>核实</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>去电</source>
        <translation>Call out</translation>
    </message>
    <message>
        <source>已解决</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>转派</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>查无</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>业主撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>非职责</source>
        <translation>Out of scope</translation>
    </message>
    <message>
        <source>回访未解决</source>
        <translation>Not solved at callback</translation>
    </message>
    <message>
        <source>值班工程师</source>
        <translation>Duty engineer</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Working days</translation>
    </message>
    <message>
        <source>每天</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>每天延时</source>
        <translation>Every day, extended</translation>
    </message>
    <message>
        <source>24×7</source>
        <translation>24×7</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 小时</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 个服务分钟</source>
        <translation>%1 service minutes</translation>
    </message>
    <message>
        <source>%1 个服务小时</source>
        <translation>%1 service hours</translation>
    </message>
    <message>
        <source>%1 个工作日</source>
        <translation>%1 working days</translation>
    </message>
    <message>
        <source>急修 %1 小时</source>
        <translation>urgent repair, %1 h</translation>
    </message>
    <message>
        <source>小修 %1 小时</source>
        <translation>minor repair, %1 h</translation>
    </message>
    <message>
        <source>每次告知后 %1 小时</source>
        <translation>%1 h after each communication</translation>
    </message>
    <message>
        <source>每次告知后 %1 分钟</source>
        <translation>%1 min after each communication</translation>
    </message>
    <message>
        <source>%1 个工作日内与业主约定日期</source>
        <translation>a date agreed with the owner within %1 working days</translation>
    </message>
    <message>
        <source>办结后 1 至 3 天</source>
        <translation>1 to 3 days after the solution</translation>
    </message>
    <message>
        <source>大修按与业主约定的日期</source>
        <translation>major repair, on the date agreed with the owner</translation>
    </message>
    <message>
        <source>当日 18:00（18:00 后受理为下一工作日）</source>
        <translation>same day 18:00 (received after 18:00: next working day)</translation>
    </message>
    <message>
        <source>当日 18:00（18:00 后受理为次日）</source>
        <translation>same day 18:00 (received after 18:00: next day)</translation>
    </message>
    <message>
        <source>当日闭环（17:00 后受理为下一工作日）</source>
        <translation>closed the same day (received after 17:00: next working day)</translation>
    </message>
    <message>
        <source>当日闭环（17:00 后受理为次日）</source>
        <translation>closed the same day (received after 17:00: next day)</translation>
    </message>
    <message>
        <source>办结时一并完成</source>
        <translation>Done with the solution</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>日历「%1」%2 第 %3 版</source>
        <translation>Calendar “%1” %2 version %3</translation>
    </message>
    <message>
        <source>全天 24 小时</source>
        <translation>24 hours a day</translation>
    </message>
    <message>
        <source> 和 </source>
        <translation> and </translation>
    </message>
    <message>
        <source>一天计 %1 小时：%2</source>
        <translation>a day counts %1 hours: %2</translation>
    </message>
    <message>
        <source>全天计时，不暂停</source>
        <translation>counted round the clock, without pauses</translation>
    </message>
    <message>
        <source>日历「%1」</source>
        <translation>calendar “%1”</translation>
    </message>
    <message>
        <source>%1，%2，%3，从 %4 起算。</source>
        <translation>%1, %2, %3, counted from %4. </translation>
    </message>
    <message>
        <source>%1。</source>
        <translation>%1. </translation>
    </message>
    <message>
        <source>没有单独记录，办结时一并算完成。</source>
        <translation>Not recorded by itself; done with the solution. </translation>
    </message>
    <message>
        <source>正在暂停，恢复后才有到期时间。</source>
        <translation>Paused: a due time exists once it resumes. </translation>
    </message>
    <message>
        <source>%1 年的放假通知还没有导入，先按全天计时。</source>
        <translation>The holidays of %1 are not loaded yet; counted round the clock. </translation>
    </message>
    <message>
        <source>级别改为%1</source>
        <translation>Level changed to %1</translation>
    </message>
    <message>
        <source>类别已更改</source>
        <translation>Category changed</translation>
    </message>
    <message>
        <source>%1，按新口径从受理起重算</source>
        <translation>%1, counted anew from receipt</translation>
    </message>
    <message>
        <source>%1，本项结论不变</source>
        <translation>%1, this verdict stays</translation>
    </message>
    <message>
        <source>暂停 · %1</source>
        <translation>Paused · %1</translation>
    </message>
    <message>
        <source>%1（照常计时）</source>
        <translation>%1 (counted all the same)</translation>
    </message>
    <message>
        <source>交接</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>关联</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>敏感来电</source>
        <translation>Sensitive call</translation>
    </message>
    <message>
        <source>辱骂提醒</source>
        <translation>Abuse warning</translation>
    </message>
    <message>
        <source>录音</source>
        <translation>recording</translation>
    </message>
    <message>
        <source>直播</source>
        <translation>live broadcast</translation>
    </message>
    <message>
        <source>记者</source>
        <translation>press</translation>
    </message>
    <message>
        <source>律师</source>
        <translation>lawyer</translation>
    </message>
    <message>
        <source>涉伤</source>
        <translation>injury</translation>
    </message>
    <message>
        <source>轻生</source>
        <translation>life at risk</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>contact</translation>
    </message>
</context>
<context>
    <name>yingda::AlertDesk</name>
    <message>
        <source>提醒恢复声音</source>
        <translation>Alerts are heard again</translation>
    </message>
    <message>
        <source>提醒静音到 %1，文字照常</source>
        <translation>Alerts are silent until %1; the words still come</translation>
    </message>
    <message>
        <source>%1求助，看板（F11）的坐席里排在最前</source>
        <extracomment>Agents ask the supervisor for help. %1 is their names.</extracomment>
        <translation>%1 asks for help: first among the agents on the wallboard (F11)</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::Workstation</name>
    <message>
        <source>正在准备演示机构</source>
        <translation>Preparing the demo organisation</translation>
    </message>
    <message>
        <source>下次打开时换成这种语言</source>
        <translation>The language changes at the next start</translation>
    </message>
    <message>
        <source>已还原，大家都会看到</source>
        <translation>Restored; everybody will see it</translation>
    </message>
    <message>
        <source>没有正在写的工单；接起或新建一张再插入</source>
        <translation>No ticket is being written; take a call or begin one, then insert</translation>
    </message>
    <message>
        <source>您的岗位不做练习</source>
        <translation>Your role does no drills</translation>
    </message>
    <message>
        <source>服务器和这里的记录对得上，不用换席位</source>
        <translation>The server and the records here agree; no new seat is needed</translation>
    </message>
    <message>
        <source>已换新席位，重新发出 %1 条；旧日志在 %2</source>
        <translation>A new seat was taken, %1 sent anew; the old journal is %2</translation>
    </message>
    <message>
        <source>，其中 %1 条只留在那里</source>
        <translation>, where %1 remain that are nowhere else</translation>
    </message>
    <message>
        <source>已经加入了，班组的工单正在用，不能再取消</source>
        <translation>Joined already; the team&apos;s tickets are in use and the join cannot be cancelled any more</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ActPanel</name>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ActScale</name>
    <message>
        <source>没答</source>
        <translation>Not answered</translation>
    </message>
</context>
<context>
    <name>yingda::ui::AgentGrid</name>
    <message>
        <source>坐席</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>%1，已超 %2 分</source>
        <extracomment>A reminder: this state takes longer than usual. %1 is the usual length in minutes.</extracomment>
        <translation>%1, over %2 min</translation>
    </message>
    <message>
        <source>%1，正在写</source>
        <translation>%1, writing</translation>
    </message>
    <message>
        <source>单机没有别的坐席，加入服务器后在这里看全班</source>
        <translation>This seat works alone. Join a server to see the whole shift here</translation>
    </message>
    <message>
        <source>现在没有别的坐席在线</source>
        <translation>Nobody else is at work now</translation>
    </message>
    <message>
        <source>，求助</source>
        <translation>, asks for help</translation>
    </message>
    <message>
        <source>求助 %1</source>
        <translation>Help %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::AnswerRows</name>
    <message>
        <source>键</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>填到工单</source>
        <translation>Fills in</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>第 %1 个回答</source>
        <translation>Answer %1</translation>
    </message>
    <message>
        <source>第 %1 个回答填到工单</source>
        <translation>Answer %1 fills in</translation>
    </message>
    <message>
        <source>第 %1 个回答的下一步</source>
        <translation>Next step of answer %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ArrivalsChart</name>
    <message>
        <source>今天的来件</source>
        <translation>What came in today</translation>
    </message>
    <message>
        <source>到 %1 来件 %2</source>
        <translation>By %1: %2 came in</translation>
    </message>
    <message>
        <source>%1，预期 %2</source>
        <translation>%1, %2 expected</translation>
    </message>
    <message>
        <source>%1，高 %2%</source>
        <translation>%1, %2% more</translation>
    </message>
    <message>
        <source>%1，低 %2%</source>
        <translation>%1, %2% fewer</translation>
    </message>
    <message>
        <source>%1，持平</source>
        <translation>%1, as expected</translation>
    </message>
    <message>
        <source>按小时的来件和预期</source>
        <translation>Arrivals and expectation by the hour</translation>
    </message>
    <message>
        <source>现在 %1</source>
        <translation>Now %1</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1 来件 %2</source>
        <translation>%1: %2 came in</translation>
    </message>
    <message>
        <source>%1 到现在来件 %2</source>
        <translation>%1: %2 came in so far</translation>
    </message>
    <message>
        <source>%1，预期 %2（%3–%4）</source>
        <translation>%1, %2 expected (%3–%4)</translation>
    </message>
</context>
<context>
    <name>yingda::ui::AttachmentStrip</name>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>An attachment: its size, and how far its bytes are.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::BulletinBar</name>
    <message>
        <source>通告 1 / %1</source>
        <translation>Bulletin 1 of %1</translation>
    </message>
    <message>
        <source>通告</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
</context>
<context>
    <name>yingda::ui::CallBar</name>
    <message>
        <source>小结</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>挂机</source>
        <translation>Hang up</translation>
    </message>
    <message>
        <source>号码未送达</source>
        <translation>Number withheld</translation>
    </message>
    <message>
        <source>来电 %1</source>
        <translation>Ringing %1</translation>
    </message>
    <message>
        <source>通话 %1</source>
        <translation>On call %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>话后 %1</source>
        <translation>After call %1</translation>
    </message>
    <message>
        <source>对方已挂机，按小结收尾</source>
        <translation>Caller has hung up; finish with wrap-up</translation>
    </message>
    <message>
        <source>通话</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>通话中，不赶时间</source>
        <translation>On the call, no hurry</translation>
    </message>
    <message>
        <source>回到空闲</source>
        <translation>Back to idle</translation>
    </message>
    <message>
        <source>已超 %1 分</source>
        <extracomment>A reminder that a break takes longer than usual. %1 is the usual length in minutes.</extracomment>
        <translation>over %1 min</translation>
    </message>
    <message>
        <source>已求助</source>
        <extracomment>Added to the call&apos;s state once the agent has asked the supervisor for help.</extracomment>
        <translation>help asked for</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::CallLine</name>
    <message>
        <source>来电号码</source>
        <translation>Caller&apos;s number</translation>
    </message>
    <message>
        <source>任何写法都行，没有号码就直接回车</source>
        <translation>Any format; just press Enter if there is none</translation>
    </message>
    <message>
        <source>接听</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>看不出是号码，按原样记下</source>
        <translation>Not readable as a number; kept as written</translation>
    </message>
</context>
<context>
    <name>yingda::ui::CategoryPicker</name>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>字、拼音首字母或编码</source>
        <translation>Words, pinyin initials or code</translation>
    </message>
    <message>
        <source>按诉求「%1」 · %2</source>
        <translation>From request “%1” · %2</translation>
    </message>
    <message>
        <source>「%1」 · %2</source>
        <translation>“%1” · %2</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>诉求里说到「%1」</source>
        <translation>the request mentions “%1”</translation>
    </message>
    <message>
        <source>还没选类别：按 ↓ 选一项，再按 Enter</source>
        <translation>No category yet: press ↓ to choose, then Enter</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>不确定</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>」「</source>
        <translation>”, “</translation>
    </message>
    <message>
        <source>系统建议 %1，%2</source>
        <translation>Suggested: %1, %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ChoiceList</name>
    <message>
        <source>建议</source>
        <translation>Suggested</translation>
    </message>
</context>
<context>
    <name>yingda::ui::CommandPalette</name>
    <message>
        <source>命令面板</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>搜索或输入命令</source>
        <translation>Search or type a command</translation>
    </message>
    <message>
        <source>拼音首字母、房号、电话后四位都行</source>
        <translation>Pinyin initials, home number or last four digits</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>接着输入要找的内容。</source>
        <translation>Keep typing what to look for.</translation>
    </message>
    <message>
        <source>没有找到“%1”。房号、姓氏、单号、电话后四位都可以试试。</source>
        <translation>Nothing found for “%1”. Try a home number, surname, ticket number or last four digits.</translation>
    </message>
    <message>
        <source>只在这些里找 · 退格去掉一个</source>
        <translation>Only among these · Backspace takes one off</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::ConflictDetail</name>
    <message>
        <source>打开工单</source>
        <translation>Open ticket</translation>
    </message>
    <message>
        <source>没选的那份留在记录里，随时能还原</source>
        <translation>The other value stays on record and can be restored any time</translation>
    </message>
    <message>
        <source>您和另一席位都改了它</source>
        <translation>You and another seat both changed it</translation>
    </message>
    <message>
        <source>您和 %1 都改了它</source>
        <translation>You and %1 both changed it</translation>
    </message>
    <message>
        <source>%1的值没有被采用</source>
        <translation>%1&apos;s value was not kept</translation>
    </message>
    <message>
        <source>没有被采用的值</source>
        <translation>The value that was not kept</translation>
    </message>
    <message>
        <source>以哪份为准？</source>
        <translation>Which one counts?</translation>
    </message>
    <message>
        <source>我的值</source>
        <translation>my value</translation>
    </message>
    <message>
        <source>%1的值</source>
        <translation>%1&apos;s value</translation>
    </message>
    <message>
        <source>还原以后</source>
        <translation>After restoring</translation>
    </message>
    <message>
        <source>为什么不用选</source>
        <translation>Why there is no choice</translation>
    </message>
    <message>
        <source>进度和时限由系统算出，两份里走得更远的算数。</source>
        <translation>Stage and deadlines are computed; the one that is further on counts.</translation>
    </message>
    <message>
        <source>这一项只能写一次，先写下的算数；另一份留在记录里。</source>
        <translation>This can be written once, and the first one counts; the other stays on record.</translation>
    </message>
    <message>
        <source>%1改为没有填。</source>
        <translation>%1 becomes empty.</translation>
    </message>
    <message>
        <source>%1改为“%2”。</source>
        <translation>%1 becomes &quot;%2&quot;. </translation>
    </message>
    <message>
        <source>正在办…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>还原我的值</source>
        <translation>Restore my value</translation>
    </message>
    <message>
        <source>改用 %1</source>
        <translation>Use %1</translation>
    </message>
    <message>
        <source>保持现在的，已看过</source>
        <translation>Keep it, mark as seen</translation>
    </message>
    <message>
        <source>已看过</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>进度和时限由系统重算，不用选。</source>
        <translation>Stage and deadlines are computed anew.</translation>
    </message>
    <message>
        <source>没有被采用的那份留在记录里</source>
        <translation>The value that was not kept stays on record</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ConflictPage</name>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>冲突和没有执行的操作</source>
        <translation>Conflicts and operations not carried out</translation>
    </message>
    <message>
        <source>正在发往服务器，不用管它</source>
        <translation>On the way to the server, nothing to do</translation>
    </message>
    <message>
        <source>都存在这台电脑里，连上就自动发，不用重录</source>
        <translation>Saved on this computer and sent by itself once connected; nothing is typed twice</translation>
    </message>
    <message>
        <source>没有要您看的冲突</source>
        <translation>No conflict needs you</translation>
    </message>
    <message>
        <source>两边都改了同一处时，没被采用的值会留在这里。现在这台电脑上的都在等着发出。</source>
        <translation>When two people change the same thing, the value that was not kept waits here. Your unsent work waits for the connection.</translation>
    </message>
    <message>
        <source>两边都改了同一处时，没被采用的值会留在这里，一键还原。放心接电话。</source>
        <translation>When two people change the same thing, the value that was not kept waits here, one key from being restored. Take your calls at ease.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ConfusionList</name>
    <message>
        <source>判成「%1」</source>
        <translation>Told as “%1”</translation>
    </message>
    <message>
        <source>应为「%1」</source>
        <translation>Should be “%1”</translation>
    </message>
    <message>
        <source>%1 次</source>
        <translation>%1 times</translation>
    </message>
    <message>
        <source>留出的标签里没有判错的</source>
        <translation>None of the held-back labels was told wrong</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DebriefView</name>
    <message>
        <source>练习 / 复盘</source>
        <translation>Practice / debrief</translation>
    </message>
    <message>
        <source>各项得分</source>
        <translation>Scores by dimension</translation>
    </message>
    <message>
        <source>竖线为上次</source>
        <translation>the tick is last time</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Earned</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>扣分和得分</source>
        <translation>Points lost and earned</translation>
    </message>
    <message>
        <source>可以这样说</source>
        <translation>You could say</translation>
    </message>
    <message>
        <source>保留录音</source>
        <translation>Keep the recording</translation>
    </message>
    <message>
        <source>再来一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>一模一样再来</source>
        <translation>Exactly the same again</translation>
    </message>
    <message>
        <source>回练习室</source>
        <translation>Back to the practice room</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>提示%1</source>
        <translation>hints: %1</translation>
    </message>
    <message>
        <source>和上次一样</source>
        <translation>As last time</translation>
    </message>
    <message>
        <source>比上次多 %1 分</source>
        <translation>%1 more than last time</translation>
    </message>
    <message>
        <source>比上次少 %1 分</source>
        <translation>%1 less than last time</translation>
    </message>
    <message>
        <source>第一次，还没有上次可比</source>
        <translation>The first one, nothing to compare</translation>
    </message>
    <message>
        <source>说了一票否决的话，这次记 0 分。</source>
        <translation>Something fatal was said: 0 points this time.</translation>
    </message>
    <message>
        <source>和自己上次比 · %1</source>
        <translation>Beside your last one · %1</translation>
    </message>
    <message>
        <source>下次在这里和自己比</source>
        <translation>Next time you are compared with yourself here</translation>
    </message>
    <message>
        <source>录音已存在本机</source>
        <translation>Recording kept on this machine</translation>
    </message>
    <message>
        <source>扣分 %1 处，共 %2 分</source>
        <translation>%1 deductions, %2 points</translation>
    </message>
    <message>
        <source>Enter 听那一轮的录音</source>
        <translation>Enter plays the recording of the turn</translation>
    </message>
    <message>
        <source>这次没有逐条的依据</source>
        <translation>No evidence row by row</translation>
    </message>
    <message>
        <source>这一类一条也没有</source>
        <translation>Nothing of this kind</translation>
    </message>
    <message>
        <source>您说的：%1</source>
        <translation>You said: %1</translation>
    </message>
    <message>
        <source>扣分 %1 处，补回 %2 分，净扣 %3 分</source>
        <translation>%1 deductions, %2 points given back, %3 lost in all</translation>
    </message>
    <message>
        <source>整通没有说到</source>
        <translation>Never said in the whole call</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DepartmentBar</name>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>%1 改派给哪个部门？</source>
        <translation>Which department gets %1?</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DiffView</name>
    <message>
        <source>和上一版的不同</source>
        <translation>Changes since the version before</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DimensionBars</name>
    <message>
        <source>%1，上次 %2</source>
        <translation>%1, last time %2</translation>
    </message>
    <message>
        <source>各项得分</source>
        <translation>Scores by dimension</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DoublesModel</name>
    <message>
        <source>像是%1</source>
        <translation>Looks like: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DoublesPage</name>
    <message>
        <source>可能重复的工单</source>
        <translation>Tickets that may be double</translation>
    </message>
    <message>
        <source>这里写的</source>
        <translation>Written here</translation>
    </message>
    <message>
        <source>别处写的</source>
        <translation>Written elsewhere</translation>
    </message>
    <message>
        <source>先去工作</source>
        <translation>To work first</translation>
    </message>
    <message>
        <source>断线时各处互相看不见，这些像是同一件事。按数字定下来，在工单上随时可以取消；没定的照常各办各的。</source>
        <translation>While the server was away nobody saw what others wrote; these look like one matter. A digit decides, and the ticket can take it back at any time; what stays undecided goes on as separate tickets.</translation>
    </message>
    <message>
        <source>断线期间可能重复的 %1 件</source>
        <translation>May be double after the outage: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DraftView</name>
    <message>
        <source>草稿已保存</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>正在保存草稿</source>
        <translation>Saving draft</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>tell</translation>
    </message>
    <message>
        <source>还差%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>已经派单，要移出请到群诉页</source>
        <translation>Already dispatched; take it out on the page of group events</translation>
    </message>
    <message>
        <source>现在没有开快录的小区</source>
        <translation>Quick entry is on for no community now</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DrillForm</name>
    <message>
        <source>练习 · 不进队列</source>
        <translation>Practice · not in the queue</translation>
    </message>
    <message>
        <source>已存在练习台，不进队列</source>
        <translation>Saved in the drill, not in the queue</translation>
    </message>
    <message>
        <source>已在练习台派单，不会真派</source>
        <translation>Dispatched in the drill, not for real</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DrillRoom</name>
    <message>
        <source>共 %1</source>
        <translation>of %1</translation>
    </message>
    <message>
        <source>提示：%1</source>
        <translation>Hints: %1</translation>
    </message>
    <message>
        <source>挂机并评分</source>
        <translation>Hang up and score</translation>
    </message>
    <message>
        <source>模拟客户</source>
        <translation>Simulated</translation>
    </message>
    <message>
        <source>演练数据，不会派单，也不会外呼</source>
        <translation>Drill: nothing is dispatched, nobody is called</translation>
    </message>
    <message>
        <source>已问出的事实</source>
        <translation>Facts found out</translation>
    </message>
    <message>
        <source>考核时不显示情绪和事实，和真电话一样听。</source>
        <translation>An assessment shows neither feelings nor facts: listen as on the telephone.</translation>
    </message>
    <message>
        <source>本次目标</source>
        <translation>Goals</translation>
    </message>
    <message>
        <source>正在准备练习台…</source>
        <translation>Preparing the drill…</translation>
    </message>
    <message>
        <source>您说的话</source>
        <translation>What you say</translation>
    </message>
    <message>
        <source>说完，答复</source>
        <translation>Say it</translation>
    </message>
    <message>
        <source>没有能用的麦克风，打字练习照常</source>
        <translation>No microphone can be used; typing works as usual</translation>
    </message>
    <message>
        <source>正在录音 %1，%2 停</source>
        <translation>Recording %1, %2 stops</translation>
    </message>
    <message>
        <source>已录 %1，出声 %2 秒；录音不转文字，框里写要点</source>
        <translation>Recorded %1, %2 s of speech; it is not turned into text, write the points in the box</translation>
    </message>
    <message>
        <source>录音不转文字：框里写上要点，再按 Enter</source>
        <translation>The recording is not turned into text: write the points, then press Enter</translation>
    </message>
    <message>
        <source>我 %1</source>
        <translation>Me %1</translation>
    </message>
    <message>
        <source>通话结束。补完工单，Enter 或挂机就评分</source>
        <translation>The call is over. Finish the ticket; Enter or hanging up scores</translation>
    </message>
    <message>
        <source>评分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>静了 %1 秒后开口</source>
        <translation>Began after %1 s</translation>
    </message>
    <message>
        <source>客户在说</source>
        <translation>The customer speaks</translation>
    </message>
    <message>
        <source>静 %1 秒，客户更急了</source>
        <translation>%1 s of silence: the customer is getting impatient</translation>
    </message>
    <message>
        <source>静 %1 秒，满 %2 秒客户会更急</source>
        <translation>%1 s of silence; after %2 s the customer gets impatient</translation>
    </message>
    <message>
        <source>开始时</source>
        <translation>At the start</translation>
    </message>
    <message>
        <source>第 %1 轮</source>
        <translation>Turn %1</translation>
    </message>
    <message>
        <source>已问出的事实 %1 / %2</source>
        <translation>Facts found out %1 / %2</translation>
    </message>
    <message>
        <source>○ 问到才会说</source>
        <translation>○ Told when asked</translation>
    </message>
    <message>
        <source>还有 %1 条</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>要点：%1</source>
        <translation>Points: %1</translation>
    </message>
    <message>
        <source>把要说的话写在这里，Enter 说出去；从工单按 Esc 回来</source>
        <translation>Write what you say here, Enter says it; Esc comes back from the form</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DrillTimeline</name>
    <message>
        <source>%1 情绪 %2</source>
        <translation>%1 anger %2</translation>
    </message>
    <message>
        <source>时间线</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>情绪</source>
        <translation>Anger</translation>
    </message>
    <message>
        <source>目标 %1</source>
        <translation>Goal %1</translation>
    </message>
    <message>
        <source>我</source>
        <translation>Me</translation>
    </message>
    <message>
        <source>客户</source>
        <translation>Customer</translation>
    </message>
</context>
<context>
    <name>yingda::ui::DutyEditor</name>
    <message>
        <source>值班和外部电话</source>
        <translation>Duty and outside numbers</translation>
    </message>
    <message>
        <source>小区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>值班工程师：紧急派单时打给谁；不写时间就是全天</source>
        <translation>Duty engineers: whom an emergency calls; without times, all day</translation>
    </message>
    <message>
        <source>张师傅</source>
        <translation>Mr Zhang</translation>
    </message>
    <message>
        <source>手机或座机</source>
        <translation>Mobile or landline</translation>
    </message>
    <message>
        <source>18:00</source>
        <translation>18:00</translation>
    </message>
    <message>
        <source>08:00</source>
        <translation>08:00</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>从几点</source>
        <translation>From</translation>
    </message>
    <message>
        <source>到几点</source>
        <translation>To</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Addressed as</translation>
    </message>
    <message>
        <source>外部电话：没有填的按灰色的打</source>
        <translation>Outside numbers: where nothing is filled in, the grey one is dialled</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not filled in</translation>
    </message>
    <message>
        <source>所有小区</source>
        <translation>All communities</translation>
    </message>
    <message>
        <source>写电话，或把称呼也删掉</source>
        <translation>Write the number, or clear the name too</translation>
    </message>
    <message>
        <source>看不出是号码</source>
        <translation>Not a phone number</translation>
    </message>
    <message>
        <source>例：18:00</source>
        <translation>E.g. 18:00</translation>
    </message>
    <message>
        <source>例：08:00</source>
        <translation>E.g. 08:00</translation>
    </message>
</context>
<context>
    <name>yingda::ui::EditorPage</name>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>yingda::ui::EmotionChip</name>
    <message>
        <source>您选的；点一下换一级</source>
        <translation>Chosen by you; a click goes to the next level</translation>
    </message>
    <message>
        <source>听出来的：%1；不对就点一下</source>
        <translation>Heard in: %1; click when it is wrong</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>业主情绪 %1</source>
        <translation>The owner feels: %1</translation>
    </message>
    <message>
        <source>7 天内第 %1 次来电</source>
        <extracomment>The third time that they call within a week.</extracomment>
        <translation>call %1 within 7 days</translation>
    </message>
</context>
<context>
    <name>yingda::ui::EndingsList</name>
    <message>
        <source>这一类近一年办结 %1 件，%2% 是同一种办法</source>
        <extracomment>How many tickets of this category were closed in a year, the share of the commonest way.</extracomment>
        <translation>%1 of this category closed in a year, %2% by the same remedy</translation>
    </message>
    <message>
        <source>%1 件 · %2：%3</source>
        <translation>%1 × %2: %3</translation>
    </message>
    <message>
        <source>同类工单怎么办结的</source>
        <translation>How tickets of this category ended</translation>
    </message>
</context>
<context>
    <name>yingda::ui::EventBar</name>
    <message>
        <source>%1 张工单</source>
        <translation>%1 tickets</translation>
    </message>
    <message>
        <source>还没有统一口径</source>
        <translation>no statement yet</translation>
    </message>
    <message>
        <source>口径：%1</source>
        <translation>Statement: %1</translation>
    </message>
    <message>
        <source>口径未批准：%1</source>
        <translation>Statement not approved: %1</translation>
    </message>
    <message>
        <source>下次通报 %1</source>
        <translation>next notice %1</translation>
    </message>
    <message>
        <source>群诉</source>
        <translation>Group event</translation>
    </message>
    <message>
        <source>群诉已结</source>
        <translation>Group event closed</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>快录</source>
        <translation>Quick entry</translation>
    </message>
    <message>
        <source>快录，还差%1，按 %2 补全 · %3</source>
        <extracomment>What the ticket lacks, the key that opens it to be completed, and the event&apos;s own line.</extracomment>
        <translation>Quick entry, still lacks %1; %2 completes it · %3</translation>
    </message>
</context>
<context>
    <name>yingda::ui::EventPage</name>
    <message>
        <source>雷达的提议和群诉</source>
        <translation>What the radar proposes, and group events</translation>
    </message>
    <message>
        <source>群诉里的工单</source>
        <translation>Tickets of the group event</translation>
    </message>
    <message>
        <source>现在没有群诉，雷达也没有发现</source>
        <translation>No group events now, and the radar sees none</translation>
    </message>
    <message>
        <source>群诉</source>
        <translation>Group event</translation>
    </message>
    <message>
        <source>雷达按地点、事项和平时的数量提议；回车建群诉，各户的工单、回访和满意度不变。</source>
        <translation>The radar proposes by place, matter and what is usual; Enter makes a group event. Tickets, callbacks and satisfaction stay each home’s own.</translation>
    </message>
    <message>
        <source>先去工作</source>
        <translation>To work</translation>
    </message>
    <message>
        <source>统一口径</source>
        <translation>Common statement</translation>
    </message>
    <message>
        <source>统一口径：出了什么事、在做什么、什么时候再通报；不写原因和责任</source>
        <translation>Common statement: what happened, what is being done, when the next notice comes; no causes, no blame</translation>
    </message>
    <message>
        <source>保存口径</source>
        <translation>Save statement</translation>
    </message>
    <message>
        <source>拆成另一件</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>移出</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>批准口径</source>
        <translation>Approve statement</translation>
    </message>
    <message>
        <source>结群诉</source>
        <translation>Close event</translation>
    </message>
    <message>
        <source>30 分钟后通报</source>
        <translation>Notice in 30 min</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>雷达：%1</source>
        <translation>Radar: %1</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>不是一件事</source>
        <translation>Not one matter</translation>
    </message>
    <message>
        <source>开快录</source>
        <translation>Quick entry on</translation>
    </message>
    <message>
        <source>待补全</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>已忽略：%1</source>
        <translation>Dismissed: %1</translation>
    </message>
    <message>
        <source>开暴雨/台风快录：%1</source>
        <translation>Turn on storm quick entry: %1</translation>
    </message>
    <message>
        <source>恢复提议</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <source>关快录</source>
        <translation>Quick entry off</translation>
    </message>
    <message>
        <source>撤回快录提议</source>
        <translation>Withdraw quick entry</translation>
    </message>
    <message>
        <source>确认开快录</source>
        <translation>Confirm quick entry</translation>
    </message>
    <message>
        <source>看全部工单</source>
        <translation>All tickets</translation>
    </message>
    <message>
        <source>待补全 %1 张</source>
        <translation>To complete: %1</translation>
    </message>
    <message>
        <source>暴雨/台风</source>
        <translation>Storm</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FactEditor</name>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>写在哪份合同、公示、通知里</source>
        <translation>the contract, notice or bulletin it stands in</translation>
    </message>
    <message>
        <source>还没填：由城市填写</source>
        <translation>Not filled in: up to the city</translation>
    </message>
    <message>
        <source>还没填：由项目填写</source>
        <translation>Not filled in: up to the project</translation>
    </message>
    <message>
        <source>还没有知识引用它。</source>
        <translation>No article quotes it yet.</translation>
    </message>
    <message>
        <source>引用它的知识：%1</source>
        <translation>Articles that quote it: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::FigureList</name>
    <message>
        <source>今日指标</source>
        <translation>Today&apos;s figures</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FigureTable</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All figures</translation>
    </message>
    <message>
        <source>样本不足 %1 的为灰色&#x3000;Enter 看工单&#x3000;→ 展开项目&#x3000;8 或 Esc 返回</source>
        <translation>Grey: fewer than %1 cases   Enter tickets   → projects   8 or Esc back</translation>
    </message>
    <message>
        <source>今日、本周或本月</source>
        <translation>Today, this week or this month</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FilterChips</name>
    <message>
        <source>显示：%1</source>
        <translation>Showing: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FirstRunPage</name>
    <message>
        <source>应答</source>
        <translation>Yingda</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>物业 400 坐席工作台</source>
        <translation>Property hotline workstation</translation>
    </message>
    <message>
        <source>这台电脑怎么用？</source>
        <translation>How will this computer be used?</translation>
    </message>
    <message>
        <source>以后可以改，录过的内容不会丢。</source>
        <translation>You can change this later; nothing recorded is lost.</translation>
    </message>
    <message>
        <source>单机使用</source>
        <translation>Standalone</translation>
    </message>
    <message>
        <source>只存在这台电脑，不用联网，不用设置。以后加入服务器也不必重录。</source>
        <translation>On this computer only. No network, no setup. Can join a server later.</translation>
    </message>
    <message>
        <source>看演示机构</source>
        <translation>Explore the demo</translation>
    </message>
    <message>
        <source>3 个小区、240 户样例，来电也是模拟的。随便点，一键清空。</source>
        <translation>3 communities, 240 sample homes, simulated calls. Clear it in one click.</translation>
    </message>
    <message>
        <source>进去以后：%1 登记来电，%2 查业主，%3 看全部按键。</source>
        <extracomment>Which keys help first: take a call, find a household, all keys.</extracomment>
        <translation>Once inside: %1 logs a call, %2 finds an owner, %3 shows all keys.</translation>
    </message>
    <message>
        <source>坐席信息</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>只在内部用</source>
        <translation>Internal use only</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Staff no.</translation>
    </message>
    <message>
        <source>对外只报工号</source>
        <translation>For callers</translation>
    </message>
    <message>
        <source>对外称呼</source>
        <translation>Name for callers</translation>
    </message>
    <message>
        <source>业主听到的，例如小李</source>
        <translation>What owners hear, e.g. Xiao Li</translation>
    </message>
    <message>
        <source>服务中心哪几天上班？</source>
        <translation>Which days is the service centre open?</translation>
    </message>
    <message>
        <source>每天</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>周一至周五</source>
        <translation>Mon to Fri</translation>
    </message>
    <message>
        <source>24 小时</source>
        <translation>24 hours</translation>
    </message>
    <message>
        <source>设 6 位 PIN</source>
        <translation>Set a 6-digit PIN</translation>
    </message>
    <message>
        <source>锁屏和切换坐席时用</source>
        <translation>To unlock and to switch agents</translation>
    </message>
    <message>
        <source>开始使用</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>演示机构</source>
        <translation>Demo organisation</translation>
    </message>
    <message>
        <source>样例放在单独的文件夹里，和您自己的内容互不相干。不用填写，打开就能试。</source>
        <translation>The samples live in a folder of their own, apart from your own work. Nothing to fill in: open it and try.</translation>
    </message>
    <message>
        <source>打开演示机构</source>
        <translation>Open the demo</translation>
    </message>
    <message>
        <source>存放位置 %1</source>
        <translation>Stored in %1</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>正在准备…</source>
        <translation>Preparing…</translation>
    </message>
    <message>
        <source>小%1</source>
        <extracomment>What owners call an agent: 小 and the surname.</extracomment>
        <translation>Xiao %1</translation>
    </message>
    <message>
        <source>请填姓名，只在内部用。</source>
        <translation>Enter a name; internal use only.</translation>
    </message>
    <message>
        <source>工号是 2 到 8 位数字。</source>
        <translation>The staff number has 2 to 8 digits.</translation>
    </message>
    <message>
        <source>请填业主听到的称呼，例如小李。</source>
        <translation>Enter the name owners hear, e.g. Xiao Li.</translation>
    </message>
    <message>
        <source>PIN 要 6 位数字。</source>
        <translation>The PIN needs 6 digits.</translation>
    </message>
    <message>
        <source>加入共享服务器</source>
        <translation>Join a shared server</translation>
    </message>
    <message>
        <source>和同事共用工单与业主资料。服务器地址和登录名由管理员给。</source>
        <translation>Share tickets and households with colleagues. The administrator gives address and login.</translation>
    </message>
    <message>
        <source>下一页填服务器地址和登录名，先测试再加入。您的工号、称呼和 PIN 由服务器带来，这里不用填。</source>
        <translation>On the next page you type address and login, test, then join. Your staff number, name and PIN come from the server; nothing to fill in here.</translation>
    </message>
    <message>
        <source>填服务器地址</source>
        <translation>Type the address</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FloorActs</name>
    <message>
        <source>建议%1：%2</source>
        <extracomment>The act that helps most, and why.</extracomment>
        <translation>Advice: %1 – %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FloorListCard</name>
    <message>
        <source>未做到的、全部或对照</source>
        <translation>Not done, all or beside</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>这里现在没有工单。数字键 1–6 换清单。</source>
        <translation>No tickets here now. Digits 1–6 change the list.</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>刚才那条已不在列表，请用 ↑↓ 重新选</source>
        <translation>That row has left the list; choose again with ↑↓</translation>
    </message>
    <message>
        <source>前 %1 条，共 %2 条&#x3000;0 再列出一些</source>
        <translation>First %1 of %2   0 lists more</translation>
    </message>
    <message>
        <source>按先后&#x3000;1–6 换清单&#x3000;Enter 打开</source>
        <translation>By time   1–6 lists   Enter opens</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FloorPage</name>
    <message>
        <source>看板</source>
        <translation>Floor</translation>
    </message>
    <message>
        <source>看板是班长和管理员的，您的岗位不能看</source>
        <translation>The floor is for supervisors and administrators; your role may not see it</translation>
    </message>
    <message>
        <source>— 来件&#x3000;- - 预期&#x3000;阴影 10–90% 区间</source>
        <translation>— came in  - - expected  band 10–90%</translation>
    </message>
    <message>
        <source>今日指标</source>
        <translation>Today&apos;s figures</translation>
    </message>
    <message>
        <source>样本不足 %1 的为灰色</source>
        <translation>grey below %1 cases</translation>
    </message>
    <message>
        <source>坐席</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>清单里没有选中的工单</source>
        <translation>No ticket is chosen in the list</translation>
    </message>
    <message>
        <source>%1 已改派给 %2</source>
        <translation>%1 reassigned to %2</translation>
    </message>
    <message>
        <source>来件</source>
        <translation>Arrivals</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>来件或队列</source>
        <translation>Arrivals or queue</translation>
    </message>
    <message>
        <source>7 换一个看</source>
        <translation>7 shows the other</translation>
    </message>
    <message>
        <source>级别 × 环节，回车看名单</source>
        <translation>Level × stage; Enter lists the tickets</translation>
    </message>
    <message>
        <source>未结 %1，超时 %2</source>
        <translation>Open %1, late %2</translation>
    </message>
    <message>
        <source>%1：未做到的</source>
        <translation>%1: those that missed it</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>刚才那条已不在列表，请重新选一条</source>
        <translation>That row has left the list; please choose one</translation>
    </message>
    <message>
        <source>已催办 %1，催办的话已复制，请发到工作群</source>
        <translation>Urged %1; the words are copied, send them to the group</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All figures</translation>
    </message>
    <message>
        <source>未做到 %1</source>
        <translation>Not done %1</translation>
    </message>
    <message>
        <source>全部 %1</source>
        <translation>All %1</translation>
    </message>
    <message>
        <source>对照 %1</source>
        <translation>Beside %1</translation>
    </message>
    <message>
        <source>%1：对照的</source>
        <translation>%1: beside it</translation>
    </message>
    <message>
        <source>未知：服务器没有回应</source>
        <translation>Unknown: the server does not answer</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>Late</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FloorTile</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormActs</name>
    <message>
        <source>受理已确认</source>
        <translation>Acceptance confirmed</translation>
    </message>
    <message>
        <source>受理待确认</source>
        <translation>Confirm acceptance</translation>
    </message>
    <message>
        <source>流程已告知</source>
        <translation>Process explained</translation>
    </message>
    <message>
        <source>流程待告知</source>
        <translation>Explain process</translation>
    </message>
    <message>
        <source>先派后补</source>
        <translation>Dispatch first</translation>
    </message>
    <message>
        <source>派单</source>
        <translation>Dispatch</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormChooser</name>
    <message>
        <source>，%1</source>
        <translation>, %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormElements</name>
    <message>
        <source>时</source>
        <translation>T</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>地</source>
        <translation>P</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>事</source>
        <translation>M</translation>
    </message>
    <message>
        <source>事情</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>人</source>
        <translation>C</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>话</source>
        <translation>N</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Facts</translation>
    </message>
    <message>
        <source>五要素都齐了</source>
        <translation>All five facts are there</translation>
    </message>
    <message>
        <source>还差%1</source>
        <translation>Missing: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormFields</name>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>设备</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>哪台设备</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Occurred</translation>
    </message>
    <message>
        <source>刚才、昨晚 8 点、23:35</source>
        <translation>23:35, or 03-11 20:00</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>按类别建议</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>看不懂，例：昨晚 8 点</source>
        <translation>Not understood. Example: 23:35</translation>
    </message>
    <message>
        <source>派单前要有诉求或类别</source>
        <translation>A request or category is needed to dispatch</translation>
    </message>
    <message>
        <source>派单前要有地点</source>
        <translation>A place is needed to dispatch</translation>
    </message>
    <message>
        <source>派给哪个部门？</source>
        <translation>Which department?</translation>
    </message>
    <message>
        <source>留电话，或点拒留</source>
        <translation>Take a number, or mark it refused</translation>
    </message>
    <message>
        <source>户内</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>公共部位</source>
        <translation>Common part</translation>
    </message>
    <message>
        <source>户内还是公共部位</source>
        <translation>Home or common part</translation>
    </message>
    <message>
        <source>户内/公共</source>
        <extracomment>A home or a part that all share: not asked yet.</extracomment>
        <translation>Home/common</translation>
    </message>
    <message>
        <source>打电话</source>
        <translation>By phone</translation>
    </message>
    <message>
        <source>发消息</source>
        <translation>By message</translation>
    </message>
    <message>
        <source>有进展怎么告诉业主</source>
        <translation>How the owner wants to hear of it</translation>
    </message>
    <message>
        <source>今天以前</source>
        <translation>before today</translation>
    </message>
    <message>
        <source>回复</source>
        <extracomment>How the owner wants to hear of it: not asked yet.</extracomment>
        <translation>Reply by</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormPhone</name>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>拒留</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>业主不愿留电话</source>
        <translation>The owner will not leave a number</translation>
    </message>
    <message>
        <source>看不出是电话，已照原样留着</source>
        <translation>Not readable as a number; kept as written</translation>
    </message>
</context>
<context>
    <name>yingda::ui::FormTexts</name>
    <message>
        <source>业主诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>答复业主</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>原话，不检查用语</source>
        <translation>In their own words, not checked</translation>
    </message>
    <message>
        <source>说出口的话</source>
        <translation>What you say</translation>
    </message>
    <message>
        <source>内部备注，业主看不到</source>
        <translation>Internal note, not visible to the owner</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HandoverDelegate</name>
    <message>
        <source> · 承诺 %1 条</source>
        <translation> · promises: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HandoverModel</name>
    <message>
        <source>紧急重大，未结</source>
        <translation>Emergency or major, open</translation>
    </message>
    <message>
        <source>等我们回访</source>
        <translation>Waits for our callback</translation>
    </message>
    <message>
        <source>一天内到期</source>
        <translation>Due within a day</translation>
    </message>
    <message>
        <source>已超时</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>草稿，没写完，在这台电脑</source>
        <translation>Draft, unfinished, on this computer</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HandoverPage</name>
    <message>
        <source>要交接的工单</source>
        <translation>Tickets to hand over</translation>
    </message>
    <message>
        <source>交给谁</source>
        <translation>Hand to</translation>
    </message>
    <message>
        <source>下一班</source>
        <translation>Next shift</translation>
    </message>
    <message>
        <source>%1 没有交</source>
        <extracomment>From whom a ticket was handed over.</extracomment>
        <translation>Left by %1</translation>
    </message>
    <message>
        <source>%1 交来</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>→ %1，待接</source>
        <translation>→ %1, not taken yet</translation>
    </message>
    <message>
        <source>还没有人</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>接下以后，业主由您联系；没接的仍归原来的人，列表里一直都在。</source>
        <translation>What you take, you keep in touch about; what you leave stays with its person and in this list.</translation>
    </message>
    <message>
        <source>先去工作</source>
        <translation>Work first</translation>
    </message>
    <message>
        <source>接下</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>全部接下</source>
        <translation>Take all</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>这些等不到您下次上班。按数字交给一个人，Ctrl+A 全选一起交；对方接下以前，仍归您。</source>
        <translation>These cannot wait until you are back. A digit hands to a colleague, Ctrl+A selects all; until they take it, it stays yours.</translation>
    </message>
    <message>
        <source>下一班，谁来谁接</source>
        <translation>Next shift, whoever comes</translation>
    </message>
    <message>
        <source>回去工作</source>
        <translation>Back to work</translation>
    </message>
    <message>
        <source>交给%1</source>
        <translation>Hand to %1</translation>
    </message>
    <message>
        <source>交班签退</source>
        <translation>Hand over and sign out</translation>
    </message>
    <message>
        <source>上一班交给您 %1 件</source>
        <translation>%1 handed to you</translation>
    </message>
    <message>
        <source>还有 %1 件没有人，会留给下一班和班长</source>
        <translation>%1 without anybody, left to the next shift and the supervisor</translation>
    </message>
    <message>
        <source>%1 条没发，连上自动发</source>
        <translation>%1 unsent, sent by itself once connected</translation>
    </message>
    <message>
        <source>另有 %1 张不急，仍归您</source>
        <translation>%1 more can wait and stay yours</translation>
    </message>
    <message>
        <source>工号、姓名或拼音</source>
        <translation>Staff number, name or pinyin</translation>
    </message>
    <message>
        <source>找同事</source>
        <translation>Find a colleague</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nobody found</translation>
    </message>
    <message>
        <source>另有 %1 人，按 / 找</source>
        <translation>%1 more: / finds them</translation>
    </message>
    <message>
        <source>留给自己</source>
        <translation>Kept for yourself</translation>
    </message>
    <message>
        <source>没有要交的：没有未结的紧急工单、待回访和草稿，一天内也没有到期的。</source>
        <translation>Nothing to hand over: no open urgent tickets, no callbacks, no drafts, and nothing due within a day.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdBadges</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdCardView</name>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>催办 / 补充</source>
        <translation>Chase / add</translation>
    </message>
    <message>
        <source>看号码</source>
        <translation>Show number</translation>
    </message>
    <message>
        <source>登记房号</source>
        <translation>Register home</translation>
    </message>
    <message>
        <source>看号码的用途</source>
        <translation>Purpose for showing the number</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>没有登记号码</source>
        <translation>No number on record</translation>
    </message>
    <message>
        <source>F2 登记来电，F3 查业主或房号</source>
        <translation>F2 to log a call, F3 to find an owner or home</translation>
    </message>
    <message>
        <source>号码未送达 · 先记事，房号随后补</source>
        <translation>Number withheld · note the matter first, the home later</translation>
    </message>
    <message>
        <source>%1 · 先记事，房号随后补</source>
        <translation>%1 · note the matter first, the home later</translation>
    </message>
    <message>
        <source>公共部位 · 不属于哪一户</source>
        <translation>Shared area · belongs to no household</translation>
    </message>
    <message>
        <source>留意：%1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>没有来电</source>
        <translation>No call</translation>
    </message>
    <message>
        <source>首次来电，没有登记</source>
        <translation>First call, not on record</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdEditor</name>
    <message>
        <source>住户登记</source>
        <translation>Household record</translation>
    </message>
    <message>
        <source>云杉府</source>
        <translation>Spruce Court</translation>
    </message>
    <message>
        <source>3 栋 2 单元 1502，怎么写都行</source>
        <translation>Building 3, unit 2, 1502; any format</translation>
    </message>
    <message>
        <source>上门先电话；不写对人的评价</source>
        <translation>Call before visiting; no opinions about people</translation>
    </message>
    <message>
        <source>入住</source>
        <translation>Occupied</translation>
    </message>
    <message>
        <source>出租</source>
        <translation>Let</translation>
    </message>
    <message>
        <source>空置</source>
        <translation>Vacant</translation>
    </message>
    <message>
        <source>装修</source>
        <translation>Renovating</translation>
    </message>
    <message>
        <source>交付</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>小区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>房号</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>房屋状态</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>留意</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>关怀标签：写服务需要，不写对人的评价</source>
        <translation>Care tags: service needs, no opinions about people</translation>
    </message>
    <message>
        <source>保存房屋</source>
        <translation>Save home</translation>
    </message>
    <message>
        <source>登记房号</source>
        <translation>Register home</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>房号还没写</source>
        <translation>Enter the home number</translation>
    </message>
    <message>
        <source>看不出房号，例：3栋2单元1502</source>
        <translation>Not readable as a home. Example: 3-2-1502</translation>
    </message>
    <message>
        <source>哪个小区？</source>
        <translation>Which community?</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdFinder</name>
    <message>
        <source>查业主</source>
        <translation>Find owner</translation>
    </message>
    <message>
        <source>房号、姓名、拼音首字母、电话后四位</source>
        <translation>Home, name, pinyin initials, last four digits</translation>
    </message>
    <message>
        <source>新建房屋</source>
        <translation>New home</translation>
    </message>
    <message>
        <source>登记这户人家</source>
        <translation>Register this household</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdPeople</name>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>王秀兰</source>
        <translation>Wang Xiulan</translation>
    </message>
    <message>
        <source>王老师</source>
        <translation>Ms Wang</translation>
    </message>
    <message>
        <source>怎么写都行，几个号码用顿号隔开</source>
        <translation>Any format; separate several with commas</translation>
    </message>
    <message>
        <source>可告知结果</source>
        <translation>May receive results</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>称呼</source>
        <translation>Addressed as</translation>
    </message>
    <message>
        <source>关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>称呼%1</source>
        <translation>Address as %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>不告知结果</source>
        <translation>no results to them</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>已搬离</source>
        <translation>Moved out</translation>
    </message>
    <message>
        <source>并到他名下</source>
        <translation>Merge here</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>搬离</source>
        <translation>Move out</translation>
    </message>
    <message>
        <source>不合并</source>
        <translation>Keep apart</translation>
    </message>
    <message>
        <source>合并</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>保存人员</source>
        <translation>Save person</translation>
    </message>
    <message>
        <source>添加人员</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>「%1」看不出是电话</source>
        <translation>“%1” is not readable as a number</translation>
    </message>
    <message>
        <source>姓名或称呼写一个</source>
        <translation>Enter a name or a form of address</translation>
    </message>
</context>
<context>
    <name>yingda::ui::HouseholdWarranties</name>
    <message>
        <source>从哪天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>几年</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>质保</source>
        <translation>Warranty</translation>
    </message>
    <message>
        <source>选部位</source>
        <translation>Choose a part</translation>
    </message>
    <message>
        <source>质量保证书</source>
        <translation>Quality warranty</translation>
    </message>
    <message>
        <source>登记质保</source>
        <translation>Add warranty</translation>
    </message>
    <message>
        <source>部位</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>凭据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>从 %1 起</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>没有登记；卡片上写「不确定，待工程核实」</source>
        <translation>None on record; the card says it is unsure until engineering checks</translation>
    </message>
    <message>
        <source>先选部位</source>
        <translation>Choose a part first</translation>
    </message>
    <message>
        <source>看不懂，例：2021-06-30</source>
        <translation>Not understood. Example: 2021-06-30</translation>
    </message>
    <message>
        <source>1 到 99</source>
        <translation>1 to 99</translation>
    </message>
</context>
<context>
    <name>yingda::ui::JoinPage</name>
    <message>
        <source>应答</source>
        <translation>Yingda</translation>
    </message>
    <message>
        <source>物业 400 坐席工作台</source>
        <translation>Property hotline workstation</translation>
    </message>
    <message>
        <source>加入共享服务器</source>
        <translation>Join a shared server</translation>
    </message>
    <message>
        <source>和同事共用工单与业主资料。这台电脑里录过的一起带过去，不会丢。</source>
        <translation>Share tickets and households with colleagues. What was entered on this computer comes along; nothing is lost.</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>例如 db.example.cn</source>
        <translation>e.g. db.example.cn</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>数据库</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>加密</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>核对主机名</source>
        <translation>Check host</translation>
    </message>
    <message>
        <source>核对证书</source>
        <translation>Check CA</translation>
    </message>
    <message>
        <source>不核对</source>
        <translation>Unchecked</translation>
    </message>
    <message>
        <source>不加密</source>
        <translation>None</translation>
    </message>
    <message>
        <source>根证书</source>
        <translation>Root certificate</translation>
    </message>
    <message>
        <source>文件的完整路径；不填用系统里装好的</source>
        <translation>full path; empty uses the installed one</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>收起高级</source>
        <translation>Fewer settings</translation>
    </message>
    <message>
        <source>高级</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>连接加密，核对证书和主机名</source>
        <translation>Encrypted; certificate and host name are checked</translation>
    </message>
    <message>
        <source>连接加密，只核对证书</source>
        <translation>Encrypted; the certificate alone is checked</translation>
    </message>
    <message>
        <source>连接加密，但不知道对面是谁</source>
        <translation>Encrypted, but who answers is not known</translation>
    </message>
    <message>
        <source>不加密：密码和业主资料会被看到</source>
        <translation>Not encrypted: password and households&apos; data can be read</translation>
    </message>
    <message>
        <source>正在测试…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>再测一次</source>
        <translation>Test again</translation>
    </message>
    <message>
        <source>测试连接</source>
        <translation>Test connection</translation>
    </message>
    <message>
        <source>正在加入…</source>
        <translation>Joining…</translation>
    </message>
    <message>
        <source>加入</source>
        <translation>Join</translation>
    </message>
    <message>
        <source>请填服务器地址，由管理员给。</source>
        <translation>Type the address that the administrator gave you.</translation>
    </message>
    <message>
        <source>端口是 1 到 65535 的数字，通常是 5432。</source>
        <translation>The port is a number from 1 to 65535, usually 5432.</translation>
    </message>
    <message>
        <source>请填登录名，由管理员给。</source>
        <translation>Type the login that the administrator gave you.</translation>
    </message>
    <message>
        <source>请填密码。</source>
        <translation>Type the password.</translation>
    </message>
    <message>
        <source>请填数据库名，通常是 yingda。</source>
        <translation>Type the name of the database, usually yingda.</translation>
    </message>
    <message>
        <source>主机不在时</source>
        <translation>While the primary is away</translation>
    </message>
    <message>
        <source>备机会标明多旧</source>
        <translation>its age is shown</translation>
    </message>
    <message>
        <source>等主机回来</source>
        <translation>Wait for it</translation>
    </message>
    <message>
        <source>可读备机</source>
        <translation>Read a standby</translation>
    </message>
    <message>
        <source>取消加入</source>
        <translation>Cancel the join</translation>
    </message>
</context>
<context>
    <name>yingda::ui::JoinResult</name>
    <message>
        <source>先测试，再加入</source>
        <translation>Test first, then join</translation>
    </message>
    <message>
        <source>测试连一下服务器就断开，什么都不改。

地址、登录名和第一个密码由管理员给。</source>
        <translation>A test connects once and changes nothing.

The administrator gives address, login and first password.</translation>
    </message>
    <message>
        <source>正在测试…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>正在连服务器、核对证书和登录名。填的都还在。</source>
        <translation>Connecting, checking certificate and login. What you typed is kept.</translation>
    </message>
    <message>
        <source>连上了</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>您的岗位</source>
        <translation>Your role</translation>
    </message>
    <message>
        <source>带过去</source>
        <translation>Comes along</translation>
    </message>
    <message>
        <source>%1 户、%2 张工单，共 %3 步操作，不用重录</source>
        <translation>%1 households, %2 tickets, %3 operations in all; nothing is typed twice</translation>
    </message>
    <message>
        <source>这台电脑上还没有内容</source>
        <translation>Nothing on this computer yet</translation>
    </message>
    <message>
        <source>加入以后</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>断线照常接电话，连上自动发；工单号不变</source>
        <translation>Calls go on without the server, work is sent once connected; ticket numbers stay</translation>
    </message>
    <message>
        <source>什么都没有改动，填的都还在。改好再测一次。</source>
        <translation>Nothing was changed and what you typed is kept. Correct it and test again.</translation>
    </message>
    <message>
        <source>服务器的原话：%1</source>
        <translation>The server&apos;s words: %1</translation>
    </message>
    <message>
        <source>✓ 连上了，登录名和密码都对</source>
        <translation>✓ Connected; login and password are right</translation>
    </message>
    <message>
        <source>%1：和服务器上的同一工号合为一人，用服务器的密码登录</source>
        <translation>%1: becomes one with the same staff number on the server, and signs in with the password there</translation>
    </message>
    <message>
        <source>%1：服务器上还没有登记，先用 PIN 在本机登录</source>
        <translation>%1: not registered on the server yet, signs in here with the PIN</translation>
    </message>
    <message>
        <source>%1：这个工号在服务器上是%2，不合并；请管理员改工号</source>
        <translation>%1: on the server this staff number is %2, so they stay apart; ask the administrator to change a number</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>还有 %1 人</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>正在加入</source>
        <translation>Joining</translation>
    </message>
    <message>
        <source>班组的工单和资料正在复制到这台电脑。复制完之前可以取消，这台电脑上录过的都原样留着。</source>
        <translation>The team&apos;s tickets and records are being copied to this computer. Until that is done you can cancel; everything recorded here stays as it is.</translation>
    </message>
    <message>
        <source>服务器</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>还要发出</source>
        <translation>Still to send</translation>
    </message>
    <message>
        <source>%1 步操作</source>
        <translation>%1 operations</translation>
    </message>
    <message>
        <source>已经复制</source>
        <translation>Copied so far</translation>
    </message>
    <message>
        <source>%1 行</source>
        <translation>%1 rows</translation>
    </message>
    <message>
        <source>已取消加入</source>
        <translation>The join was cancelled</translation>
    </message>
    <message>
        <source>这台电脑又单独使用，录过的都在。填的也都还在，可以再加入。</source>
        <translation>This computer works on its own again, with everything recorded here. What you filled in is still there, and you can join again.</translation>
    </message>
    <message>
        <source>取消前已经发出的 %1 步操作留在服务器上，再加入时接着发。</source>
        <translation>The %1 operations sent before that stay at the server; a later join goes on behind them.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::KeyHelp</name>
    <message>
        <source>按键一览</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>yingda::ui::KnowledgeArticle</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>转专人</source>
        <translation>Refer to specialist</translation>
    </message>
    <message>
        <source>知识正文</source>
        <translation>Article text</translation>
    </message>
    <message>
        <source>答复业主</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::KnowledgeList</name>
    <message>
        <source>知识</source>
        <translation>Knowledge</translation>
    </message>
</context>
<context>
    <name>yingda::ui::KnowledgePage</name>
    <message>
        <source>左边选一篇，或按 F4 搜。</source>
        <translation>Choose one at the left, or search with F4.</translation>
    </message>
    <message>
        <source>知识库</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>搜知识</source>
        <translation>Search the knowledge</translation>
    </message>
    <message>
        <source>搜知识，汉字、拼音、首字母都行 (%1)</source>
        <translation>Characters, pinyin or initials (%1)</translation>
    </message>
    <message>
        <source>版本和引用</source>
        <translation>Versions and quotes</translation>
    </message>
    <message>
        <source>%1 篇</source>
        <translation>%1 pieces</translation>
    </message>
    <message>
        <source>%1 条 · %2 毫秒</source>
        <translation>%1 hits · %2 ms</translation>
    </message>
    <message>
        <source>这一组现在没有。</source>
        <translation>Nothing in this group now.</translation>
    </message>
    <message>
        <source>没有找到“%1”。换个说法再搜；同事也搜不到的，会列给编辑去写。</source>
        <translation>“%1” was not found. Try other words; what colleagues miss too is listed for the editor to write.</translation>
    </message>
    <message>
        <source>草稿存好了，现行版不受影响</source>
        <translation>The draft is saved; the version in effect is as before</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>记下了：%1，编辑会看到</source>
        <translation>Noted: %1; the editor will see it</translation>
    </message>
    <message>
        <source>记下了：有帮助</source>
        <translation>Noted: it helped</translation>
    </message>
</context>
<context>
    <name>yingda::ui::KnowledgePane</name>
    <message>
        <source>搜知识，汉字或拼音首字母</source>
        <translation>Search knowledge, words or pinyin initials</translation>
    </message>
    <message>
        <source>搜知识</source>
        <translation>Search knowledge</translation>
    </message>
    <message>
        <source>知识 · 按正在输入的内容</source>
        <translation>Knowledge · as you type</translation>
    </message>
    <message>
        <source>边输入边找，也可以直接搜。</source>
        <translation>Found as you type; you can also search here.</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>没有找到“%1”，换个词，或用拼音首字母。</source>
        <translation>Nothing found for “%1”. Try another word or pinyin initials.</translation>
    </message>
    <message>
        <source>%1 条 · %2 毫秒</source>
        <extracomment>Number of articles, and how long the search took.</extracomment>
        <translation>%1 found · %2 ms</translation>
    </message>
</context>
<context>
    <name>yingda::ui::LearningChart</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 个标签：准确率 %2，宏平均 F1 %3。</source>
        <translation>%1 labels: accuracy %2, macro-F1 %3.</translation>
    </message>
    <message>
        <source>准确率和宏平均 F1 随标签数的变化</source>
        <translation>Accuracy and macro-F1 by number of labels</translation>
    </message>
    <message>
        <source>仅规则</source>
        <translation>Rules only</translation>
    </message>
    <message>
        <source>准确率 %1</source>
        <translation>Accuracy %1</translation>
    </message>
    <message>
        <source>宏平均 F1 %1</source>
        <translation>Macro-F1 %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::LearningFigure</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::LearningPage</name>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>学习与误差</source>
        <translation>Learning and errors</translation>
    </message>
    <message>
        <source>分类建议的学习与误差</source>
        <translation>What the category suggestions learned, and their errors</translation>
    </message>
    <message>
        <source>重新学习</source>
        <translation>Learn anew</translation>
    </message>
    <message>
        <source>已确认的标签</source>
        <translation>Confirmed labels</translation>
    </message>
    <message>
        <source>人选的、采用的和没改的类别</source>
        <translation>Chosen, accepted or left standing</translation>
    </message>
    <message>
        <source>准确率</source>
        <translation>Accuracy</translation>
    </message>
    <message>
        <source>第一个建议就对</source>
        <translation>The first suggestion is right</translation>
    </message>
    <message>
        <source>敢说的占比</source>
        <translation>Sure of</translation>
    </message>
    <message>
        <source>95% 精度的覆盖</source>
        <translation>Coverage at 95% precision</translation>
    </message>
    <message>
        <source>按把握从高到低最多能说多少</source>
        <translation>How much could be told, surest first</translation>
    </message>
    <message>
        <source>阈值</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <source>不到就说不确定</source>
        <translation>Below it says not sure</translation>
    </message>
    <message>
        <source>校准误差</source>
        <translation>Calibration error</translation>
    </message>
    <message>
        <source>说的把握和实际差多少</source>
        <translation>Told certainty against the truth</translation>
    </message>
    <message>
        <source>留出的标签上，按学过的标签数</source>
        <translation>On held-back labels, by labels learned</translation>
    </message>
    <message>
        <source>最容易混的类别</source>
        <translation>Most confused categories</translation>
    </message>
    <message>
        <source>还没有学过：有 30 张带类别的工单派出或归档后开始学，现在有 %1 张新的；在那之前按规则给建议。</source>
        <translation>Nothing learned yet: it begins with 30 dispatched or archived tickets that have a category (%1 new ones so far); until then the rules suggest.</translation>
    </message>
    <message>
        <source>%1 学的，留出 %2 个标签来量</source>
        <translation>Learned %1, measured on %2 held-back labels</translation>
    </message>
    <message>
        <source>%1，对 %2</source>
        <translation>%1, right %2</translation>
    </message>
    <message>
        <source>正在学习，照常工作</source>
        <translation>Learning; go on working</translation>
    </message>
    <message>
        <source>到阈值的，和其中对的</source>
        <translation>At the threshold, and right among those</translation>
    </message>
</context>
<context>
    <name>yingda::ui::LevelMeter</name>
    <message>
        <source>音量</source>
        <translation>Level</translation>
    </message>
</context>
<context>
    <name>yingda::ui::LikeBar</name>
    <message>
        <source>%1 分钟内</source>
        <translation>within %1 min</translation>
    </message>
    <message>
        <source>%1 小时内</source>
        <translation>within %1 h</translation>
    </message>
    <message>
        <source>%1 %2 %3 户报「%4」：%5</source>
        <extracomment>Where, within which time, how many homes, the matter, and their addresses.</extracomment>
        <translation>%1 %2: %3 homes told of &quot;%4&quot;: %5</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>重复？</source>
        <translation>Repeat?</translation>
    </message>
    <message>
        <source>同因？</source>
        <translation>Same cause?</translation>
    </message>
    <message>
        <source>算作重复</source>
        <translation>Count as repeat</translation>
    </message>
    <message>
        <source>并为群诉</source>
        <translation>Join the group</translation>
    </message>
    <message>
        <source>那张工单</source>
        <translation>that ticket</translation>
    </message>
    <message>
        <source>保存后算作 %1 的重复，时限跟那张走</source>
        <translation>When saved it counts as a repeat of %1, whose deadlines count</translation>
    </message>
    <message>
        <source>保存后与 %1 并为群诉，各自回访</source>
        <translation>When saved it joins the group of %1; each keeps a callback</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>保存后并入群诉「%1」，各自回访</source>
        <translation>When saved it joins the group event “%1”; each owner is called back</translation>
    </message>
    <message>
        <source>保存后并入群诉「%1」，告诉业主：%2</source>
        <translation>When saved it joins the group event “%1”; tell the owner: %2</translation>
    </message>
    <message>
        <source>相关？</source>
        <translation>Related?</translation>
    </message>
    <message>
        <source>记为相关</source>
        <translation>Link as related</translation>
    </message>
    <message>
        <source>保存后与 %1 互相看得到，各走各的时限</source>
        <translation>Linked with %1 once saved; each keeps its own deadlines</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MainWindow</name>
    <message>
        <source>演示</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>单机</source>
        <translation>Standalone</translation>
    </message>
    <message>
        <source>读不到坐席名单</source>
        <translation>The list of agents cannot be read</translation>
    </message>
    <message>
        <source>应答</source>
        <translation>Yingda</translation>
    </message>
    <message>
        <source>应答 · %1</source>
        <translation>Yingda · %1</translation>
    </message>
    <message>
        <source>服务器没有应答，先按坐席权限工作；连上后自动恢复您的岗位</source>
        <translation>The server does not answer: you work with an agent&apos;s rights until it does, then your role comes back by itself</translation>
    </message>
    <message>
        <source>都看过了，没有别的可能重复</source>
        <translation>All looked at; nothing else may be double</translation>
    </message>
    <message>
        <source>没有断线期间可能重复的</source>
        <translation>Nothing may be double after an outage</translation>
    </message>
    <message>
        <source>「%1」：%2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>「%1」改为「%2」</source>
        <translation>“%1” becomes “%2”</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MaskedText</name>
    <message>
        <source>看号码</source>
        <translation>Show number</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MeasureTable</name>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1：上次 %2，这次 %3</source>
        <translation>%1: last time %2, now %3</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>情绪最高</source>
        <translation>Highest anger</translation>
    </message>
    <message>
        <source>情绪结束</source>
        <translation>Anger at the end</translation>
    </message>
    <message>
        <source>五要素问齐</source>
        <translation>Five elements at</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>含糊用语</source>
        <translation>Vague words</translation>
    </message>
    <message>
        <source>%1 次</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>最长沉默</source>
        <translation>Longest silence</translation>
    </message>
    <message>
        <source>轮数</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>用时</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>和自己上次比</source>
        <translation>Beside your last one</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>这次</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MessageBar</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MilestoneStrip</name>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>更多 %1</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Due times</translation>
    </message>
    <message>
        <source>时限：%1</source>
        <translation>Due times: %1</translation>
    </message>
    <message>
        <source>左右键选择，回车看为什么</source>
        <translation>Left and right to choose, Enter for why</translation>
    </message>
    <message>
        <source>左右键选择，回车看为什么，下键展开更多</source>
        <translation>Left and right to choose, Enter for why, Down for more</translation>
    </message>
    <message>
        <source>选好级别和类别后，这里显示每一步的时限</source>
        <translation>Choose a level and category to see the due time of every step</translation>
    </message>
</context>
<context>
    <name>yingda::ui::MoodPanel</name>
    <message>
        <source>情绪 %1，%2；信任 %3</source>
        <translation>Anger %1, %2; trust %3</translation>
    </message>
    <message>
        <source>情绪</source>
        <translation>Anger</translation>
    </message>
    <message>
        <source>和刚才一样</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>降 %1，刚才 %2</source>
        <translation>down %1 from %2</translation>
    </message>
    <message>
        <source>升 %1，刚才 %2</source>
        <translation>up %1 from %2</translation>
    </message>
    <message>
        <source>信任</source>
        <translation>Trust</translation>
    </message>
</context>
<context>
    <name>yingda::ui::OfflineBar</name>
    <message>
        <source>现在重试</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>看%1</source>
        <extracomment>%1 is &quot;unsent 7&quot;.</extracomment>
        <translation>See %1</translation>
    </message>
    <message>
        <source>%1。%2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>这台电脑换一个新席位：服务器上没有的重新发出，不会重复；草稿不变，以后的工单号换新开头。旧日志改名留在本机，什么都不删。按 ↵ 换，Esc 不换。</source>
        <translation>This computer takes a new seat: what the server does not have is sent anew, nothing twice; drafts stay, later ticket numbers begin otherwise. The old journal is renamed and stays here, nothing is deleted. ↵ takes it, Esc does not.</translation>
    </message>
    <message>
        <source>确认换席位</source>
        <translation>Take the new seat</translation>
    </message>
    <message>
        <source>换新席位</source>
        <translation>New seat</translation>
    </message>
</context>
<context>
    <name>yingda::ui::OpenTicket</name>
    <message>
        <source>%1已认领这张工单，可能正在给业主打电话。仍要回访，再按一次 %2</source>
        <translation>%1 has this ticket and may be calling the owner. To call all the same, press %2 again</translation>
    </message>
    <message>
        <source>本机单独使用，工单都在您手里，不用认领</source>
        <translation>This computer works alone: every ticket is in your hands</translation>
    </message>
    <message>
        <source>%1已认领这张工单，要接手请找主管</source>
        <translation>%1 has this ticket; ask a supervisor to take it over</translation>
    </message>
    <message>
        <source>选择要附上的文件</source>
        <translation>Choose the files to attach</translation>
    </message>
    <message>
        <source>截图 %1</source>
        <translation>Screenshot %1</translation>
    </message>
    <message>
        <source>%1 可能是程序，不从这里打开；需要时请管理员用命令取出</source>
        <translation>%1 may be a program and is not opened from here; an administrator can copy it out by command</translation>
    </message>
    <message>
        <source>这台电脑没有能打开它的程序</source>
        <translation>No program on this computer opens it</translation>
    </message>
    <message>
        <source>已是敏感来电，只有班长能取消</source>
        <translation>It is marked as sensitive; only a shift leader takes that back</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PaletteFoot</name>
    <message>
        <source>↑↓ 选</source>
        <translation>↑↓ Choose</translation>
    </message>
    <message>
        <source>↵ 打开</source>
        <translation>↵ Open</translation>
    </message>
    <message>
        <source>Tab 下一组</source>
        <translation>Tab Next group</translation>
    </message>
    <message>
        <source>&gt; 命令</source>
        <translation>&gt; Commands</translation>
    </message>
    <message>
        <source>@ 业主</source>
        <translation>@ Owners</translation>
    </message>
    <message>
        <source># 工单</source>
        <translation># Tickets</translation>
    </message>
    <message>
        <source>? 知识</source>
        <translation>? Knowledge</translation>
    </message>
    <message>
        <source>Esc 关闭</source>
        <translation>Esc Close</translation>
    </message>
    <message>
        <source>! 话术</source>
        <translation>! scripts</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PaletteView</name>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PhraseList</name>
    <message>
        <source>此刻可以说</source>
        <translation>You can say now</translation>
    </message>
    <message>
        <source>共情 · 本通未用</source>
        <extracomment>What kind of words these are, and that the caller has not heard them yet.</extracomment>
        <translation>Empathy · not used yet</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>%1 句这通说过</source>
        <translation>%1 said in this call</translation>
    </message>
    <message>
        <source>%1 句上次对这位业主说过</source>
        <translation>%1 said to this owner before</translation>
    </message>
    <message>
        <source>换开了：%1</source>
        <translation>Passed over: %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::PieceBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>从哪天生效</source>
        <translation>In effect from</translation>
    </message>
    <message>
        <source>到哪天为止</source>
        <translation>In effect until</translation>
    </message>
    <message>
        <source>哪天复核</source>
        <translation>Day of review</translation>
    </message>
    <message>
        <source>到</source>
        <translation>until</translation>
    </message>
    <message>
        <source>生效</source>
        <translation>From</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>日期要写成 2026-01-31 这样；还没有办理</source>
        <translation>Write days like 2026-01-31; nothing was done</translation>
    </message>
    <message>
        <source>%1 · 第 %2 版</source>
        <translation>%1 · version %2</translation>
    </message>
    <message>
        <source>新%1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>等别人审：写的人自己审不了，现行版不受影响</source>
        <translation>Waits for somebody else: nobody approves their own words; the version in effect is as before</translation>
    </message>
    <message>
        <source>审过了，等班长发布；现行版不受影响</source>
        <translation>Approved; a supervisor publishes it. The version in effect is as before</translation>
    </message>
    <message>
        <source>没填</source>
        <translation>Not filled in</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PieceEditor</name>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>直接答复</source>
        <translation>Direct answer</translation>
    </message>
    <message>
        <source>转专人</source>
        <translation>To an expert</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>名称，用顿号隔开</source>
        <translation>names, apart by commas</translation>
    </message>
    <message>
        <source>关键词</source>
        <translation>Keywords</translation>
    </message>
    <message>
        <source>业主会怎么说，用空格隔开</source>
        <translation>as owners say it, apart by spaces</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>分层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>和口径卡核对</source>
        <translation>Against the fact cards</translation>
    </message>
    <message>
        <source>有一个类别没有，请照类别表写</source>
        <translation>There is no such category; write it as in the list</translation>
    </message>
    <message>
        <source>%1 字</source>
        <translation>%1 characters</translation>
    </message>
    <message>
        <source>还没有现行版可比</source>
        <translation>No version in effect to compare with</translation>
    </message>
    <message>
        <source>和第 %1 版一样</source>
        <translation>Same as version %1</translation>
    </message>
    <message>
        <source>比第 %1 版改 %2 处</source>
        <translation>%2 changes since version %1</translation>
    </message>
    <message>
        <source>没有这张口径卡：%1</source>
        <translation>No such fact card: %1</translation>
    </message>
    <message>
        <source>写的是“%1”，口径卡“%2”是“%3”</source>
        <translation>It says “%1”, the card “%2” says “%3”</translation>
    </message>
    <message>
        <source>没有和口径卡相反的说法。</source>
        <translation>Nothing contradicts a fact card.</translation>
    </message>
    <message>
        <source>改好 %1 处才能发布</source>
        <translation>Mend %1 first</translation>
    </message>
    <message>
        <source>第一行“%1 ……”是给业主的一句话；{card:编号} 换成口径卡的值</source>
        <translation>a first line “%1 …” is the sentence for the owner; {card:ID} becomes the value of the card</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PieceGroups</name>
    <message>
        <source>知识的分组</source>
        <translation>Groups of the knowledge</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PieceReader</name>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>只看这一版，或对比上一版</source>
        <translation>This version alone, or compared with the one before</translation>
    </message>
    <message>
        <source>知识正文</source>
        <translation>Article text</translation>
    </message>
    <message>
        <source>转专人</source>
        <translation>To an expert</translation>
    </message>
    <message>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>插入答复</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>给业主的一句话</source>
        <translation>The sentence for the owner</translation>
    </message>
    <message>
        <source>这篇有帮助吗？</source>
        <translation>Did it help?</translation>
    </message>
    <message>
        <source>有帮助</source>
        <translation>It helped</translation>
    </message>
    <message>
        <source>没帮上</source>
        <translation>Did not help</translation>
    </message>
    <message>
        <source>已读</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>为什么没帮上，按数字</source>
        <translation>Why it did not help, by digit</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 写</source>
        <translation>written by %1</translation>
    </message>
    <message>
        <source>%1 审批</source>
        <translation>approved by %1</translation>
    </message>
    <message>
        <source>随程序出厂</source>
        <translation>shipped with the program</translation>
    </message>
    <message>
        <source>还没有生效</source>
        <translation>not in effect yet</translation>
    </message>
    <message>
        <source>%1 生效</source>
        <translation>in effect since %1</translation>
    </message>
    <message>
        <source>到 %1 止</source>
        <translation>until %1</translation>
    </message>
    <message>
        <source>%1 复核</source>
        <translation>review %1</translation>
    </message>
    <message>
        <source>第 %1 版审过了，等发布</source>
        <translation>Version %1 is approved and waits for publication</translation>
    </message>
    <message>
        <source>第 %1 版在改，%2 写</source>
        <translation>Version %1 is being written by %2</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>只看这一版</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>对比第 %1 版，改 %2 处</source>
        <translation>Against version %1, %2 changes</translation>
    </message>
    <message>
        <source>有帮助 %1 人</source>
        <translation>helped %1</translation>
    </message>
    <message>
        <source>没帮上 %1 人</source>
        <translation>did not help %1</translation>
    </message>
    <message>
        <source>您说有帮助</source>
        <translation>you said it helped</translation>
    </message>
    <message>
        <source>您说没帮上，已告诉编辑</source>
        <translation>you said it did not help; the editor knows</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PieceSide</name>
    <message>
        <source>引用它的工单</source>
        <translation>Tickets that quote it</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>谁读了</source>
        <translation>Who has read it</translation>
    </message>
    <message>
        <source>第 %1 版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>近 90 天没有工单引用</source>
        <translation>Not quoted in the last 90 days</translation>
    </message>
    <message>
        <source>近 90 天引用它的工单</source>
        <translation>Quoted in the last 90 days</translation>
    </message>
    <message>
        <source>%1 写</source>
        <translation>written by %1</translation>
    </message>
    <message>
        <source>%1 审</source>
        <translation>approved by %1</translation>
    </message>
    <message>
        <source>%1 起</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>随程序出厂</source>
        <translation>shipped with the program</translation>
    </message>
    <message>
        <source>已读 %1</source>
        <translation>Read %1</translation>
    </message>
    <message>
        <source>没读</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>已读 %1 / %2</source>
        <translation>Read by %1 of %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PinEdit</name>
    <message>
        <source>6 位 PIN</source>
        <translation>6-digit PIN</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PracticePage</name>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>和真实数据隔离：不派单，不外呼，不进报表</source>
        <translation>Apart from real work: no dispatch, no calls, no reports</translation>
    </message>
    <message>
        <source>您的岗位不做练习</source>
        <translation>Your role does no drills</translation>
    </message>
    <message>
        <source>正在准备练习台…</source>
        <translation>Preparing the drill…</translation>
    </message>
    <message>
        <source>一句话还没说，这次不记成绩</source>
        <translation>Nothing was said: no result is kept</translation>
    </message>
    <message>
        <source>成绩没有存下：%1</source>
        <translation>The result was not kept: %1</translation>
    </message>
    <message>
        <source>这一条说的是整通电话，没有哪一轮可听</source>
        <translation>This row is about the whole call; there is no turn to listen to</translation>
    </message>
    <message>
        <source>第 %1 轮没有录音，看字就行</source>
        <translation>Turn %1 was not recorded; read the words</translation>
    </message>
    <message>
        <source>没有声音出来，录音放不了</source>
        <translation>No loudspeaker: the recording cannot be played</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PromiseLine</name>
    <message>
        <source>承诺要说得准：做什么、几点前，不写「尽快」「尽量」</source>
        <translation>A promise is exact: what, and by when; not “as soon as possible”</translation>
    </message>
    <message>
        <source>这个时间已经过了，写一个还没到的</source>
        <translation>That time is over; write one that is still to come</translation>
    </message>
    <message>
        <source>承诺什么</source>
        <translation>What is promised</translation>
    </message>
    <message>
        <source>到场、回电说明进展</source>
        <translation>Be on site, call back with news</translation>
    </message>
    <message>
        <source>几点前</source>
        <translation>By when</translation>
    </message>
    <message>
        <source>18:30、明天 10:00</source>
        <translation>18:30, or 03-12 10:00</translation>
    </message>
    <message>
        <source>谁来做</source>
        <translation>Who does it</translation>
    </message>
    <message>
        <source>我自己</source>
        <translation>Myself</translation>
    </message>
    <message>
        <source>登记承诺</source>
        <translation>Record the promise</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>前</source>
        <extracomment>Between the time and who does it: before.</extracomment>
        <translation>by</translation>
    </message>
    <message>
        <source>给您回电说明进展</source>
        <translation>Call back with news</translation>
    </message>
    <message>
        <source>写一句承诺什么</source>
        <translation>Write what is promised</translation>
    </message>
    <message>
        <source>写一个还没到的时间，比如 18:30；「尽快」不算时间</source>
        <translation>Write a time that is still to come, like 18:30; “as soon as possible” is no time</translation>
    </message>
</context>
<context>
    <name>yingda::ui::PromiseList</name>
    <message>
        <source>已兑现 %1</source>
        <translation>kept %1</translation>
    </message>
    <message>
        <source>没有兑现</source>
        <translation>not kept</translation>
    </message>
    <message>
        <source>承诺 %1 前 %2</source>
        <extracomment>By when, then who does what.</extracomment>
        <translation>Promised by %1: %2</translation>
    </message>
    <message>
        <source>承诺</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>回车：已兑现；Delete：没有兑现</source>
        <translation>Enter: it was kept; Delete: it was not</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueueDelegate</name>
    <message>
        <source>我</source>
        <extracomment>One character in a queue&apos;s row: I have it in hand.</extracomment>
        <translation>Me</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueueDrafts</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>挂起的草稿，%1</source>
        <translation>Parked draft, %1</translation>
    </message>
    <message>
        <source>挂起的草稿</source>
        <translation>Parked drafts</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>收起草稿</source>
        <translation>Fold drafts</translation>
    </message>
    <message>
        <source>另有 %1 份草稿</source>
        <translation>More drafts: %1</translation>
    </message>
    <message>
        <source>未留姓名</source>
        <translation>No name</translation>
    </message>
    <message>
        <source>刚刚</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 分钟前</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 小时前</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>昨天</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueueEmpty</name>
    <message>
        <source>正在读取队列…</source>
        <translation>Reading the queue…</translation>
    </message>
    <message>
        <source>今天没有待办</source>
        <translation>Nothing due today</translation>
    </message>
    <message>
        <source>有来电按 F2 登记；到期的事会排到这里。</source>
        <translation>Press F2 to log a call; what falls due lines up here.</translation>
    </message>
    <message>
        <source>您名下没有未结工单</source>
        <translation>You have no open tickets</translation>
    </message>
    <message>
        <source>看看本组有没有要帮忙的。</source>
        <translation>See whether your team needs a hand.</translation>
    </message>
    <message>
        <source>本组没有未结工单</source>
        <translation>Your team has no open tickets</translation>
    </message>
    <message>
        <source>新来电按 F2 登记。</source>
        <translation>Press F2 to log a new call.</translation>
    </message>
    <message>
        <source>没有未结工单</source>
        <translation>No open tickets</translation>
    </message>
    <message>
        <source>已归档的工单按 Ctrl K 查找。</source>
        <translation>Press Ctrl K to find archived tickets.</translation>
    </message>
    <message>
        <source>%1。%2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueueModel</name>
    <message>
        <source>马上办</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>Awaiting callback</translation>
    </message>
    <message>
        <source>以后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>未填事项</source>
        <extracomment>A call that is recorded or asked by the press, whose words the reader may not see.</extracomment>
        <translation>No matter given</translation>
    </message>
    <message>
        <source>%1（第 %2 次）</source>
        <extracomment>A ticket that was reopened: its title, and which time it is.</extracomment>
        <translation>%1 (round %2)</translation>
    </message>
    <message>
        <source>%1 已派单</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>%1 处理中</source>
        <translation>%1 on it</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1，%2 件</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>，</source>
        <extracomment>Between the parts of a row that is read out.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>敏感来电</source>
        <translation>Sensitive call</translation>
    </message>
    <message>
        <source>敏感 · %1</source>
        <translation>Sensitive · %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueuePanel</name>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>下一件事</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>本组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>另有 %1 件未列出，按 Ctrl K 查找</source>
        <translation>%1 more not listed; press Ctrl K to find them</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QueueView</name>
    <message>
        <source>待办队列</source>
        <translation>Queue of open tickets</translation>
    </message>
</context>
<context>
    <name>yingda::ui::QuickCodes</name>
    <message>
        <source>有人身危险</source>
        <translation>Somebody in danger</translation>
    </message>
    <message>
        <source>没有危险</source>
        <translation>No danger</translation>
    </message>
    <message>
        <source>事项：%1，%2</source>
        <extracomment>What is chosen, and whether somebody is in danger.</extracomment>
        <translation>Matter: %1, %2</translation>
    </message>
    <message>
        <source>未选</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ReasonBar</name>
    <message>
        <source>接手%1认领的工单，为什么？</source>
        <translation>Take over from %1: why?</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
</context>
<context>
    <name>yingda::ui::RefusalDetail</name>
    <message>
        <source>要办的</source>
        <translation>What</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>等服务器升级后执行</source>
        <translation>Waits for a newer server</translation>
    </message>
    <message>
        <source>服务器没有执行</source>
        <translation>The server did not do it</translation>
    </message>
    <message>
        <source>写于 %1</source>
        <translation>Written %1</translation>
    </message>
    <message>
        <source>打开工单</source>
        <translation>Open ticket</translation>
    </message>
    <message>
        <source>原样留在这台电脑的日志里，没有删除</source>
        <translation>Kept as it is in this computer&apos;s journal, not deleted</translation>
    </message>
</context>
<context>
    <name>yingda::ui::RemarkLine</name>
    <message>
        <source>采用</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignore</translation>
    </message>
    <message>
        <source>改为「%1」 %2</source>
        <extracomment>The sentence to say instead, then why.</extracomment>
        <translation>Say “%1” %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::RingingContacts</name>
    <message>
        <source>最近联系</source>
        <translation>Recent contacts</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>yingda::ui::RingingList</name>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>yingda::ui::RingingPage</name>
    <message>
        <source>拒接</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>接听</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>这个号码的房屋</source>
        <translation>Homes with this number</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>催办 / 补充</source>
        <translation>Chase / add</translation>
    </message>
    <message>
        <source>未结工单</source>
        <translation>Open tickets</translation>
    </message>
    <message>
        <source>号码未送达</source>
        <translation>Number withheld</translation>
    </message>
    <message>
        <source>来电 · 已响 %1 秒</source>
        <translation>Incoming call · ringing %1 s</translation>
    </message>
    <message>
        <source>没有可用的号码，先问称呼和房号</source>
        <translation>No usable number; ask for name and home first</translation>
    </message>
    <message>
        <source>%1项目线 · 核对前不提姓名和事由</source>
        <translation>%1 line · mention no name or matter until verified</translation>
    </message>
    <message>
        <source>首次来电 · 先问称呼和房号</source>
        <translation>First call · ask for name and home first</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>未结 %1</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>这个号码没有登记过</source>
        <translation>This number is not on record</translation>
    </message>
    <message>
        <source>这个号码有 1 户</source>
        <translation>1 home with this number</translation>
    </message>
    <message>
        <source>这个号码有 %1 户</source>
        <translation>%1 homes with this number</translation>
    </message>
    <message>
        <source>先选只是预备，姓氏和房号核对后才算</source>
        <translation>Only prepared until surname and home are verified</translation>
    </message>
    <message>
        <source>按房号查</source>
        <translation>Find by home</translation>
    </message>
    <message>
        <source>都不是，查其他房屋</source>
        <translation>None of these, find another</translation>
    </message>
    <message>
        <source>接听后先记事，房号随时可以补</source>
        <translation>Note the matter after answering; the home can follow any time</translation>
    </message>
    <message>
        <source>接听后换一户，已写的内容一起带过去</source>
        <translation>Change the home after answering; what you wrote goes along</translation>
    </message>
    <message>
        <source>没有未结的事，接起来是新建</source>
        <translation>Nothing open; answering starts a new ticket</translation>
    </message>
    <message>
        <source>可能为这件事来电</source>
        <translation>Probably about this ticket</translation>
    </message>
    <message>
        <source>可能为这两件事来电</source>
        <translation>Probably about these two tickets</translation>
    </message>
    <message>
        <source>可能为这 %1 件事来电</source>
        <translation>Probably about these %1 tickets</translation>
    </message>
    <message>
        <source>最近 %1 次联系</source>
        <translation>Recent contacts: %1</translation>
    </message>
    <message>
        <source>没有联系过</source>
        <translation>No contact so far</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SafetyNever</name>
    <message>
        <source>千万别做：</source>
        <translation>Never do this: </translation>
    </message>
</context>
<context>
    <name>yingda::ui::SafetyNumberRow</name>
    <message>
        <source>已拨</source>
        <translation>Called</translation>
    </message>
    <message>
        <source>本项目未填号码</source>
        <translation>no number for this project</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>已拨%1</source>
        <translation>Called %1</translation>
    </message>
    <message>
        <source>✓ 已拨 %1</source>
        <translation>✓ Called %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SafetyPanel</name>
    <message>
        <source>先派后补</source>
        <translation>Dispatch first</translation>
    </message>
    <message>
        <source>立即派单</source>
        <translation>Dispatch now</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>他怎么说</source>
        <translation>Their words</translation>
    </message>
    <message>
        <source>他怎么说，可不填</source>
        <translation>Their words, optional</translation>
    </message>
    <message>
        <source>已电话通知</source>
        <translation>Notified by phone</translation>
    </message>
    <message>
        <source>先派后补 · %1</source>
        <translation>Dispatch first · %1</translation>
    </message>
    <message>
        <source>第 %1 问，共 %2 问</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>先派出去，其余边说边补</source>
        <translation>Dispatch now, add the rest as you talk</translation>
    </message>
    <message>
        <source>请这样说：</source>
        <translation>Say this: </translation>
    </message>
    <message>
        <source>值班 %1 %2</source>
        <translation>On duty: %1 %2</translation>
    </message>
    <message>
        <source>值班工程师（未登记）</source>
        <translation>Duty engineer (not on record)</translation>
    </message>
    <message>
        <source>已通知 %1</source>
        <translation>%1 notified</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Fill in</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScenarioChooser</name>
    <message>
        <source>选一个场景</source>
        <translation>Choose a scenario</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>培训台</source>
        <translation>Trainer&apos;s desk</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hints</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>我的练习</source>
        <translation>My drills</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>最好 %1</source>
        <translation>Best %1</translation>
    </message>
    <message>
        <source>指派</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>过期 %1</source>
        <translation>Overdue %1</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>%1 到期</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>%1 个，指派给您 %2 个</source>
        <translation>%1, of them %2 assigned to you</translation>
    </message>
    <message>
        <source>%1 个</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>考核时提示一定是关，情绪也不显示</source>
        <translation>An assessment has no hints and hides the feelings</translation>
    </message>
    <message>
        <source>这里还没有能练的场景</source>
        <translation>There is nothing to practise here yet</translation>
    </message>
    <message>
        <source>最多 %1 分钟</source>
        <translation>at most %1 min</translation>
    </message>
    <message>
        <source>目标：情绪降到 %1 以下</source>
        <translation>goal: anger below %1</translation>
    </message>
    <message>
        <source>随程序</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>%1 指派给您</source>
        <translation>Assigned to you by %1</translation>
    </message>
    <message>
        <source>%1 指派给您，%2 前练完</source>
        <translation>Assigned to you by %1, due %2</translation>
    </message>
    <message>
        <source>看复盘</source>
        <translation>Debrief</translation>
    </message>
    <message>
        <source>这个场景您还没有练过</source>
        <translation>You have not practised this one yet</translation>
    </message>
    <message>
        <source>我的练习 %1 次</source>
        <translation>My drills: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScriptChooser</name>
    <message>
        <source>选话术</source>
        <translation>Choose script</translation>
    </message>
    <message>
        <source>选话术，汉字或拼音首字母</source>
        <translation>Choose a script, words or pinyin initials</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScriptEditor</name>
    <message>
        <source>话术的名字</source>
        <translation>Name of the script</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>加一步</source>
        <translation>Add a step</translation>
    </message>
    <message>
        <source>只在夜里</source>
        <translation>At night only</translation>
    </message>
    <message>
        <source>坐席念的话</source>
        <translation>What the agent says</translation>
    </message>
    <message>
        <source>{owner} 称呼，{place} 地点，{arrive_by} 几点到</source>
        <translation>{owner} name, {place} place, {arrive_by} arrival</translation>
    </message>
    <message>
        <source>这一步的名字</source>
        <translation>Name of this step</translation>
    </message>
    <message>
        <source>填到字段</source>
        <translation>Fills the field</translation>
    </message>
    <message>
        <source>没有回答时的下一步</source>
        <translation>Next step without an answer</translation>
    </message>
    <message>
        <source>给坐席的提示</source>
        <translation>Hint for the agent</translation>
    </message>
    <message>
        <source>加一个回答</source>
        <translation>Add an answer</translation>
    </message>
    <message>
        <source>回答和去向</source>
        <translation>Answers and where they lead</translation>
    </message>
    <message>
        <source>什么时候出现</source>
        <translation>When it is offered</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Levels</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>路径图</source>
        <translation>Ways</translation>
    </message>
    <message>
        <source>要改的地方</source>
        <translation>What is to be mended</translation>
    </message>
    <message>
        <source>坐席看到的样子</source>
        <translation>As the agent sees it</translation>
    </message>
    <message>
        <source>新话术</source>
        <translation>New script</translation>
    </message>
    <message>
        <source>开场</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>这份话术读不出来：%1</source>
        <translation>This script cannot be read: %1</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 to mend</translation>
    </message>
    <message>
        <source>问</source>
        <translation>asks</translation>
    </message>
    <message>
        <source>%1 步</source>
        <translation>%1 steps</translation>
    </message>
    <message>
        <source>%1 条路走得完</source>
        <translation>%1 ways lead to an end</translation>
    </message>
    <message>
        <source>口径：写的是“%1”，卡上是“%2”</source>
        <translation>Fact: it says “%1”, the card says “%2”</translation>
    </message>
    <message>
        <source>检查：每步走得到，每条路走得完</source>
        <translation>Checked: every step is met, every way ends</translation>
    </message>
    <message>
        <source>要改 %1 处</source>
        <translation>%1 to mend</translation>
    </message>
    <message>
        <source>改好 %1 处才能发布</source>
        <translation>Mend %1 first</translation>
    </message>
    <message>
        <source>王女士</source>
        <translation>Ms Wang</translation>
    </message>
    <message>
        <source>3 栋 2 单元 1502</source>
        <translation>3-2-1502</translation>
    </message>
    <message>
        <source>第%1步</source>
        <translation>Step %1</translation>
    </message>
    <message>
        <source>和现行版对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>导入 Twee</source>
        <translation>Import Twee</translation>
    </message>
    <message>
        <source>导出 Twee</source>
        <translation>Export Twee</translation>
    </message>
    <message>
        <source>说了就算确认</source>
        <translation>Saying it confirms</translation>
    </message>
    <message>
        <source>说了就算告知</source>
        <translation>Saying it tells</translation>
    </message>
    <message>
        <source>核对过身份以后念</source>
        <translation>Said once the caller is verified</translation>
    </message>
    <message>
        <source>空着就念上面的；只有这里能带称呼和房号</source>
        <translation>Empty: the sentence above; only this one may name owner and room</translation>
    </message>
    <message>
        <source>选择一份 Twee 话术</source>
        <translation>Choose a Twee script</translation>
    </message>
    <message>
        <source>Twee (*.twee *.tw *.txt)</source>
        <translation>Twee (*.twee *.tw *.txt)</translation>
    </message>
    <message>
        <source>全部文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>话术存成 Twee</source>
        <translation>Save the script as Twee</translation>
    </message>
    <message>
        <source>读不到这个文件，草稿没有动：%1</source>
        <translation>This file cannot be read; the draft is as it was: %1</translation>
    </message>
    <message>
        <source>这份 Twee 读不出来，草稿没有动：%1</source>
        <translation>This Twee cannot be read; the draft is as it was: %1</translation>
    </message>
    <message>
        <source>检查没有问题</source>
        <translation>nothing is wrong with it</translation>
    </message>
    <message>
        <source>已导入 %1 步，%2；原来的还在，按 Alt+Z 还原</source>
        <translation>Imported %1 steps, %2; what stood here comes back with Alt+Z</translation>
    </message>
    <message>
        <source>已还原到导入以前</source>
        <translation>It is as it was before the import</translation>
    </message>
    <message>
        <source>话术已导出：%1</source>
        <translation>Script exported: %1</translation>
    </message>
    <message>
        <source>写不了这个文件：%1</source>
        <translation>This file cannot be written: %1</translation>
    </message>
    <message>
        <source>只在这时候念</source>
        <translation>Said only while</translation>
    </message>
    <message>
        <source>night=true; level=红|橙; has=place；不成立就念下一步</source>
        <translation>night=true; has=place; passed over while it does not hold</translation>
    </message>
    <message>
        <source>有条件</source>
        <translation>condition</translation>
    </message>
    <message>
        <source>只在：%1</source>
        <translation>Only while: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScriptGraphView</name>
    <message>
        <source>话术的路径图</source>
        <translation>The ways through the script</translation>
    </message>
    <message>
        <source>断头 %1</source>
        <extracomment>Under a step: the answer that leads nowhere.</extracomment>
        <translation>dead end: %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScriptPane</name>
    <message>
        <source>上一句</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一句</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>现在换</source>
        <translation>Switch now</translation>
    </message>
    <message>
        <source>%1/%2 步</source>
        <extracomment>The second of thirteen steps, where there is little room.</extracomment>
        <translation>Step %1/%2</translation>
    </message>
    <message>
        <source>选话术</source>
        <translation>Choose script</translation>
    </message>
    <message>
        <source>选好类别，这里就是下一句。</source>
        <translation>Choose a category and the next sentence appears here.</translation>
    </message>
    <message>
        <source>这份话术念完了。</source>
        <translation>This script is finished.</translation>
    </message>
    <message>
        <source>这里还有一处没有人填，别念出来。</source>
        <translation>Something here is not filled in yet: do not read it out.</translation>
    </message>
    <message>
        <source>这里还有一处没有人填，改说：我去核实，%1 前给您回电。</source>
        <extracomment>A number of the sentence is not filled in: promise a call of our own instead.</extracomment>
        <translation>Something here is not filled in yet. Say instead: I will check, and call you back by %1.</translation>
    </message>
    <message>
        <source>还没有到场时间，改说：我 %1 前先给您回电说明进展。</source>
        <extracomment>The arrival is not known: promise a call of our own instead.</extracomment>
        <translation>No arrival time yet. Say instead: I will call you back with news by %1.</translation>
    </message>
    <message>
        <source>接着是《%1》</source>
        <translation>Next: “%1”</translation>
    </message>
    <message>
        <source>慢一点</source>
        <translation>Slow down</translation>
    </message>
    <message>
        <source>降温 · %1</source>
        <translation>Calming · %1</translation>
    </message>
    <message>
        <source>插入</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>辱骂没停 · 礼貌结束</source>
        <translation>The abuse goes on · end politely</translation>
    </message>
    <message>
        <source>辱骂 · 第 %1 次提醒</source>
        <translation>Abuse · warning %1</translation>
    </message>
    <message>
        <source>已说</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>第 %1 句，共 %2 句。说完停一停，等对方应声再按下一句。</source>
        <extracomment>The second of three short sentences, and that the owner is given time.</extracomment>
        <translation>Sentence %1 of %2. Pause, and go on when they answer.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ScriptTitle</name>
    <message>
        <source>换话术，现在是《%1》%2</source>
        <translation>Change script, now “%1” %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SideHousehold</name>
    <message>
        <source>还没有选住户。按 F3，用房号、姓氏或电话后四位查找。</source>
        <translation>No household chosen. Press F3 to find one by home, surname or last four digits.</translation>
    </message>
    <message>
        <source>已核对</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>未核对</source>
        <translation>Not verified</translation>
    </message>
    <message>
        <source>留意：%1</source>
        <extracomment>What must not be said to this household; for the agent&apos;s eyes only.</extracomment>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>家里的人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>本次来电</source>
        <translation>this call</translation>
    </message>
    <message>
        <source>还没有登记人</source>
        <translation>Nobody on record yet</translation>
    </message>
    <message>
        <source>质保</source>
        <translation>Warranty</translation>
    </message>
    <message>
        <source>未结工单 %1 · 90 天来电 %2 次</source>
        <translation>Open tickets: %1 · calls in 90 days: %2</translation>
    </message>
    <message>
        <source>没有未结工单</source>
        <translation>No open tickets</translation>
    </message>
    <message>
        <source>最近联系</source>
        <translation>Recent contacts</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SidePane</name>
    <message>
        <source>话术</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>知识</source>
        <translation>Knowledge</translation>
    </message>
    <message>
        <source>业主</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>知识 · 按正在输入的内容</source>
        <translation>Knowledge · as you type</translation>
    </message>
    <message>
        <source>话术、知识、业主、相似</source>
        <translation>Script, knowledge, owner, similar</translation>
    </message>
    <message>
        <source>相似</source>
        <translation>Similar</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SignInPage</name>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>进入</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>坐席</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>谁来接着值班？</source>
        <translation>Who takes over?</translation>
    </message>
    <message>
        <source>草稿都已保存，各人的草稿回来还在。</source>
        <translation>All drafts are saved and will be here when their owners return.</translation>
    </message>
    <message>
        <source>应答</source>
        <translation>Yingda</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>PIN 要 6 位数字。</source>
        <translation>The PIN needs 6 digits.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>请填服务器上的密码。</source>
        <translation>Please enter the password of the server.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SimilarList</name>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>%1 天</source>
        <extracomment>Days from receipt to the archive.</extracomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>业主 %1 分</source>
        <translation>owner %1 of 5</translation>
    </message>
    <message>
        <source>相似的已办结工单</source>
        <translation>Similar closed tickets</translation>
    </message>
    <message>
        <source>%1 · 都说到 %2
%3</source>
        <extracomment>Number of the ticket, the words that both have, what the owner was told.</extracomment>
        <translation>%1 · both say %2
%3</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yingda::ui::StageTable</name>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>%1，%2：%3 张，超时 %4</source>
        <translation>%1, %2: %3 tickets, %4 late</translation>
    </message>
    <message>
        <source>超时 %1</source>
        <translation>late %1</translation>
    </message>
</context>
<context>
    <name>yingda::ui::SyncChip</name>
    <message>
        <source>%1 看冲突和未发送</source>
        <extracomment>The tool tip of the chip: sentences, then the key that opens the inbox.</extracomment>
        <translation>%1 shows conflicts and unsent work</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TalkView</name>
    <message>
        <source>通话</source>
        <translation>Talk</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TemplateChooser</name>
    <message>
        <source>答复模板</source>
        <translation>Answer templates</translation>
    </message>
    <message>
        <source>答复模板：渠道和情形，汉字或拼音首字母，回车插入</source>
        <translation>Answer templates: channel and situation, Enter inserts</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TicketForm</name>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>新工单</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>· %1</source>
        <translation>· %1</translation>
    </message>
    <message>
        <source>写一句业主要什么，或选类别</source>
        <translation>Write what the owner wants, or choose a category</translation>
    </message>
    <message>
        <source>%1，补上再派单；已写的都在。</source>
        <translation>%1. Add it, then dispatch; what you wrote is kept.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>先派后补</source>
        <translation>Dispatch first</translation>
    </message>
    <message>
        <source>%1；%2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>电话看不出是号码，改好或点拒留再派单；已写的都在。</source>
        <translation>The phone is not readable as a number. Correct it or mark it refused, then dispatch; what you wrote is kept.</translation>
    </message>
    <message>
        <source>师傅</source>
        <extracomment>Who comes, when no name is known.</extracomment>
        <translation>The engineer</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>给您回电说明进展</source>
        <translation>Call back with news</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>「%1」不能这样对业主说：改好，或再按一次 %2 照样继续。</source>
        <translation>“%1” may not be said to an owner like this: put it right, or press %2 once more to go on all the same.</translation>
    </message>
    <message>
        <source>敏感来电</source>
        <extracomment>The call is recorded, broadcast, or asked by press or lawyers.</extracomment>
        <translation>Sensitive call</translation>
    </message>
    <message>
        <source>敏感 · %1</source>
        <translation>Sensitive · %1</translation>
    </message>
    <message>
        <source>快录</source>
        <translation>Quick entry</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TicketPanel</name>
    <message>
        <source>没写诉求的工单</source>
        <translation>Ticket without a request</translation>
    </message>
    <message>
        <source>暂停中</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>%1 · 第 %2 次</source>
        <translation>%1 · round %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 受理</source>
        <translation>accepted %1</translation>
    </message>
    <message>
        <source>%1  </source>
        <translation>%1  </translation>
    </message>
    <message>
        <source>业主诉求</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>答复业主</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>接手</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>认领</source>
        <translation>Take in hand</translation>
    </message>
    <message>
        <source>放手</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>敏感来电，只有经办人和班长能看</source>
        <translation>Sensitive call: only who handles it and the leaders may read it</translation>
    </message>
    <message>
        <source>敏感·%1 ｜ %2</source>
        <translation>Sensitive: %1 | %2</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TieList</name>
    <message>
        <source>%1 与本单重复</source>
        <extracomment>The other ticket&apos;s number.</extracomment>
        <translation>%1 repeats this one</translation>
    </message>
    <message>
        <source>与 %1 重复，时限跟那张走</source>
        <translation>Repeats %1, whose deadlines count</translation>
    </message>
    <message>
        <source>与 %1 同因</source>
        <translation>Same cause as %1</translation>
    </message>
    <message>
        <source>与 %1 相关</source>
        <translation>Related to %1</translation>
    </message>
    <message>
        <source>还没有到的一张</source>
        <translation>one that has not come yet</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>关联的工单</source>
        <translation>Linked tickets</translation>
    </message>
    <message>
        <source>%1 %2 关联；回车打开，1 重复 2 同因 3 相关，Delete 取消关联</source>
        <translation>Tied by %2, %1; Enter opens, 1 same, 2 one cause, 3 related, Delete unties</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TimelineList</name>
    <message>
        <source>记录</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TimelineView</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>沟通</source>
        <translation>Talk</translation>
    </message>
    <message>
        <source>流转</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Timeline</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TopBar</name>
    <message>
        <source>应答</source>
        <translation>Yingda</translation>
    </message>
    <message>
        <source>搜索或输入命令</source>
        <translation>Search or type a command</translation>
    </message>
    <message>
        <source>锁屏或换人</source>
        <translation>Lock or switch agent</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Page</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TrainerPage</name>
    <message>
        <source>培训台</source>
        <translation>Trainer&apos;s desk</translation>
    </message>
    <message>
        <source>培训台是培训师、班长和管理员的，您的岗位不能看</source>
        <translation>The trainer&apos;s desk is for trainers, supervisors and administrators</translation>
    </message>
    <message>
        <source>场景库</source>
        <translation>Scenario library</translation>
    </message>
    <message>
        <source>要改的地方</source>
        <translation>What has to be mended</translation>
    </message>
    <message>
        <source>指派给</source>
        <translation>Assign to</translation>
    </message>
    <message>
        <source>空格勾选，Enter 指派</source>
        <translation>Space ticks, Enter assigns</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>3 天内</source>
        <translation>3 days</translation>
    </message>
    <message>
        <source>一周内</source>
        <translation>A week</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No day</translation>
    </message>
    <message>
        <source>练完的日子</source>
        <translation>Day due</translation>
    </message>
    <message>
        <source>指派</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>正在练习</source>
        <translation>Practising now</translation>
    </message>
    <message>
        <source>Del 收回</source>
        <translation>Del takes back</translation>
    </message>
    <message>
        <source>Enter 看复盘</source>
        <translation>Enter: debrief</translation>
    </message>
    <message>
        <source>这个人的练习</source>
        <translation>Drills of this person</translation>
    </message>
    <message>
        <source>随程序</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>%1 处要改</source>
        <translation>%1 to mend</translation>
    </message>
    <message>
        <source>平均 %1</source>
        <translation>Mean %1</translation>
    </message>
    <message>
        <source>30 天 %1 次</source>
        <translation>%1 in 30 days</translation>
    </message>
    <message>
        <source>%1 个，%2 个没过检查</source>
        <translation>%1, %2 fail the check</translation>
    </message>
    <message>
        <source>%1 个，都通过检查</source>
        <translation>%1, all pass the check</translation>
    </message>
    <message>
        <source>还没有场景</source>
        <translation>No scenario yet</translation>
    </message>
    <message>
        <source>检查通过，可以指派</source>
        <translation>Passes the check, can be assigned</translation>
    </message>
    <message>
        <source>%1 处要改，改好前不能练</source>
        <translation>%1 to mend before it can be practised</translation>
    </message>
    <message>
        <source>%1 · 还没有练过</source>
        <translation>%1 · no drill yet</translation>
    </message>
    <message>
        <source>%1 · 练了 %2 次，最好 %3，最近 %4</source>
        <translation>%1 · %2 drills, best %3, last %4</translation>
    </message>
    <message>
        <source>%1 还没有练过</source>
        <translation>%1: no drill yet</translation>
    </message>
    <message>
        <source>%1 的练习 %2 次</source>
        <translation>%1: %2 drills</translation>
    </message>
    <message>
        <source>练了 %1 分</source>
        <translation>Done, %1</translation>
    </message>
    <message>
        <source>不限日子</source>
        <translation>No day</translation>
    </message>
    <message>
        <source>过期 %1</source>
        <translation>Overdue %1</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>%1 到期</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>还没有指派</source>
        <translation>No assignments yet</translation>
    </message>
    <message>
        <source>指派 %1 项，完成 %2</source>
        <translation>Assignments %1, done %2</translation>
    </message>
    <message>
        <source>第 %1 轮，这一轮已 %2</source>
        <translation>Turn %1, for %2</translation>
    </message>
    <message>
        <source>现在没有人在练</source>
        <translation>Nobody practises now</translation>
    </message>
    <message>
        <source>正在练习 %1 人</source>
        <translation>Practising now: %1</translation>
    </message>
    <message>
        <source>单机：别的席位在练什么，这里看不到。</source>
        <translation>This seat stands alone: other seats&apos; drills are not seen here.</translation>
    </message>
    <message>
        <source>没过检查的场景不能指派</source>
        <translation>A scenario that fails the check cannot be assigned</translation>
    </message>
    <message>
        <source>先用空格勾选要练的人</source>
        <translation>First tick the people with Space</translation>
    </message>
    <message>
        <source>已把「%1」指派给 %2 人</source>
        <translation>“%1” assigned to %2</translation>
    </message>
    <message>
        <source>已把「%1」指派给 %2 人，%3 前练完</source>
        <translation>“%1” assigned to %2, due %3</translation>
    </message>
    <message>
        <source>只看得到场景、用时、轮次和情绪，听不到说的话；练完才有复盘。</source>
        <translation>Only scenario, time, turn and mood are seen, no word is heard; the debrief comes afterwards.</translation>
    </message>
</context>
<context>
    <name>yingda::ui::TvBoard</name>
    <message>
        <source>班长</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>%1 %2栋</source>
        <translation>%1 building %2</translation>
    </message>
    <message>
        <source>值班看板</source>
        <translation>Duty wall</translation>
    </message>
    <message>
        <source>%1 比 %2</source>
        <translation>%1 since %2</translation>
    </message>
    <message>
        <source>30 分钟内将超时</source>
        <translation>Due within 30 minutes</translation>
    </message>
    <message>
        <source>超标</source>
        <translation>over</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>fine</translation>
    </message>
    <message>
        <source>目标 0</source>
        <translation>target 0</translation>
    </message>
    <message>
        <source>已超时 %1</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>待签收</source>
        <translation>Not taken up</translation>
    </message>
    <message>
        <source>偏高</source>
        <translation>high</translation>
    </message>
    <message>
        <source>目标 ≤ %1</source>
        <translation>target ≤ %1</translation>
    </message>
    <message>
        <source>最久 %1 无人签收</source>
        <translation>longest %1 without anybody</translation>
    </message>
    <message>
        <source>裁定并改派</source>
        <translation>decide, reassign</translation>
    </message>
    <message>
        <source>今日承诺到期</source>
        <translation>Promises due today</translation>
    </message>
    <message>
        <source>偏低</source>
        <translation>low</translation>
    </message>
    <message>
        <source>承诺兑现 %1/%2</source>
        <translation>kept %1/%2</translation>
    </message>
    <message>
        <source>下一条 %1 · 共 %2 条</source>
        <translation>next %1 · %2 in all</translation>
    </message>
    <message>
        <source>今天共 %1 条</source>
        <translation>%1 today</translation>
    </message>
    <message>
        <source>承诺人</source>
        <translation>Who promised</translation>
    </message>
    <message>
        <source>到点前回电</source>
        <translation>call before it</translation>
    </message>
    <message>
        <source>群诉雷达</source>
        <translation>Group radar</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>at work</translation>
    </message>
    <message>
        <source>已并为同因</source>
        <translation>of one cause</translation>
    </message>
    <message>
        <source>%1 户 · %2</source>
        <translation>%1 homes · %2</translation>
    </message>
    <message>
        <source>统一口径回复</source>
        <translation>one answer to all</translation>
    </message>
    <message>
        <source>坐席状态</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>偏少</source>
        <translation>few</translation>
    </message>
    <message>
        <source>空闲，目标 ≥ %1</source>
        <translation>idle, target ≥ %1</translation>
    </message>
    <message>
        <source>通话 %1 话后 %2 示忙 %3</source>
        <translation>calls %1 wrap-up %2 busy %3</translation>
    </message>
    <message>
        <source>申请备岗</source>
        <translation>ask for a reserve</translation>
    </message>
    <message>
        <source>按时轮休</source>
        <translation>breaks in turn</translation>
    </message>
    <message>
        <source>单机，没有别的坐席</source>
        <translation>alone, no other agents</translation>
    </message>
    <message>
        <source>单机</source>
        <translation>alone</translation>
    </message>
    <message>
        <source>紧急工单</source>
        <translation>Emergencies</translation>
    </message>
    <message>
        <source>超时</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>超时 %1 目标 0</source>
        <translation>%1 overdue, target 0</translation>
    </message>
    <message>
        <source>未结工单共 %1</source>
        <translation>%1 open tickets in all</translation>
    </message>
    <message>
        <source>盯到场</source>
        <translation>watch the arrival</translation>
    </message>
    <message>
        <source>首问</source>
        <translation>First agent</translation>
    </message>
    <message>
        <source>客服中心 · 值班看板</source>
        <translation>Service centre · duty wall</translation>
    </message>
    <message>
        <source>全部 %1 个项目</source>
        <translation>all %1 projects</translation>
    </message>
    <message>
        <source>● 实时</source>
        <translation>● live</translation>
    </message>
    <message>
        <source>○ 全部未更新，正在重连</source>
        <translation>○ nothing is up to date, reconnecting</translation>
    </message>
    <message>
        <source>○ %1 项未更新 · 其余实时</source>
        <translation>○ %1 not up to date · the rest live</translation>
    </message>
    <message>
        <source>停在 %1</source>
        <translation>stopped at %1</translation>
    </message>
    <message>
        <source>这半小时没有要超时的</source>
        <translation>nothing runs out in this half hour</translation>
    </message>
    <message>
        <source>正在连接存储</source>
        <translation>connecting to the store</translation>
    </message>
    <message>
        <source>数据旧，先核实</source>
        <translation>old: check first</translation>
    </message>
    <message>
        <source>没有第 %1 块屏幕，先放在这里</source>
        <translation>There is no screen %1, so the wall is here</translation>
    </message>
    <message>
        <source>未更新</source>
        <translation>Not updated</translation>
    </message>
    <message>
        <source>目标 ≥ %1%</source>
        <translation>Target ≥ %1%</translation>
    </message>
    <message>
        <source>%1 · 未派 %2</source>
        <translation>%1 · not sent %2</translation>
    </message>
    <message>
        <source>%1 · 退回 %2</source>
        <translation>%1 · returned %2</translation>
    </message>
    <message>
        <source>%1 · 已派 %2</source>
        <translation>%1 · sent %2</translation>
    </message>
    <message>
        <source>%1 · 上次 %2前</source>
        <translation>%1 · last word %2 ago</translation>
    </message>
    <message>
        <source>%1 · 待回访 %2</source>
        <translation>%1 · callback waits %2</translation>
    </message>
    <message>
        <source>兑现 %1/%2</source>
        <translation>Kept %1/%2</translation>
    </message>
    <message>
        <source>%1 秒前</source>
        <translation>%1 s ago</translation>
    </message>
    <message>
        <source>%1 分前</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 小时前</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>%1 天前</source>
        <translation>%1 days ago</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>疑似 %1 户 · %2</source>
        <extracomment>Of the radar&apos;s newest proposal: homes that report one thing, and their building.</extracomment>
        <translation>Perhaps %1 homes · %2</translation>
    </message>
    <message>
        <source>确认是不是群诉</source>
        <translation>Is it a group event?</translation>
    </message>
</context>
<context>
    <name>yingda::ui::ValueTable</name>
    <message>
        <source>另一席位的</source>
        <translation>Another seat&apos;s</translation>
    </message>
    <message>
        <source>%1的</source>
        <translation>%1&apos;s</translation>
    </message>
    <message>
        <source>没有被采用</source>
        <translation>Not kept</translation>
    </message>
    <message>
        <source>%1 · 没有被采用</source>
        <translation>%1 · not kept</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>现在生效 · %1</source>
        <translation>Counts now · %1</translation>
    </message>
    <message>
        <source>没有填</source>
        <translation>Empty</translation>
    </message>
</context>
<context>
    <name>yingda::ui::WhyDelegate</name>
    <message>
        <source>▾ 收起</source>
        <translation>▾ Fold</translation>
    </message>
    <message>
        <source>▸ 展开 %1 段</source>
        <translation>▸ Show %1 parts</translation>
    </message>
</context>
<context>
    <name>yingda::ui::WhyModel</name>
    <message>
        <source>%1%2 到 %3，计入 %4 分，%5</source>
        <translation>%1%2 to %3, %4 min counted, %5</translation>
    </message>
    <message>
        <source>%1，已展开</source>
        <translation>%1, unfolded</translation>
    </message>
    <message>
        <source>%1，可展开 %2 段</source>
        <translation>%1, folded, parts: %2</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>从</source>
        <extracomment>Column: the time a row begins.</extracomment>
        <translation>From</translation>
    </message>
    <message>
        <source>到</source>
        <extracomment>Column: the time a row ends.</extracomment>
        <translation>To</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>累计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
</context>
<context>
    <name>yingda::ui::WhyTable</name>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>复制给业主的说法</source>
        <translation>Copy wording for owner</translation>
    </message>
    <message>
        <source>为什么是 %1？</source>
        <translation>Why %1?</translation>
    </message>
    <message>
        <source>为什么现在没有到期时间？</source>
        <translation>Why is there no due time now?</translation>
    </message>
    <message>
        <source>计入 %1 分</source>
        <translation>%1 min counted</translation>
    </message>
    <message>
        <source>= %1，都已用</source>
        <translation>= %1, all used</translation>
    </message>
    <message>
        <source>= %1，已用 %2，剩 %3（%4）</source>
        <translation>= %1, used %2, left %3 (%4)</translation>
    </message>
    <message>
        <source>= %1，已用完</source>
        <translation>= %1, used up</translation>
    </message>
    <message>
        <source>暂停占 %1%</source>
        <translation>paused %1%</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
<context>
    <name>yingda::ui::WhyView</name>
    <message>
        <source>时限的计算</source>
        <translation>How the due time is counted</translation>
    </message>
</context>
<context>
    <name>yingda::ui::WorkbenchPage</name>
    <message>
        <source>这张工单现在不能%1</source>
        <translation>Not open for this ticket now: %1</translation>
    </message>
    <message>
        <source>这户没有未结的工单</source>
        <translation>This household has no open tickets</translation>
    </message>
    <message>
        <source>复述</source>
        <translation>Read back</translation>
    </message>
    <message>
        <source>已复制给业主的说法</source>
        <translation>Wording for the owner copied</translation>
    </message>
    <message>
        <source>已保存 %1</source>
        <translation>Saved %1</translation>
    </message>
    <message>
        <source>已记下这通电话</source>
        <translation>Call recorded</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>等待来电</source>
        <translation>Waiting for a call</translation>
    </message>
    <message>
        <source>%1 登记来电，%2 查业主，%3 下一件事</source>
        <translation>%1 log a call, %2 find an owner, %3 next</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>工单</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>话术和知识</source>
        <translation>Scripts and knowledge</translation>
    </message>
    <message>
        <source>已派给%1，通话可以继续</source>
        <translation>Dispatched to %1; the call can go on</translation>
    </message>
    <message>
        <source>先保存工单，再加附件</source>
        <translation>Save the ticket first, then add the attachment</translation>
    </message>
    <message>
        <source>给您回电</source>
        <translation>Call you back</translation>
    </message>
    <message>
        <source>已记下，说完按 %1 挂机；班长会看到这通电话</source>
        <translation>Recorded. Say it and hang up with %1; the leader sees this call</translation>
    </message>
    <message>
        <source>这户：%1</source>
        <translation>This home: %1</translation>
    </message>
    <message>
        <source>按平常的节奏</source>
        <translation>At the usual pace</translation>
    </message>
    <message>
        <source>慢一点：一次一句，说完等对方应声，派单前先复述</source>
        <translation>Slowly: one sentence at a time, wait for an answer, read back before the dispatch</translation>
    </message>
    <message>
        <source>已标记敏感来电：只说事实、下一步、时间；通话后要做小结</source>
        <translation>Marked as sensitive: only facts, next step, time; wrap up after the call</translation>
    </message>
    <message>
        <source>已取消敏感来电</source>
        <translation>The sensitive mark is taken back</translation>
    </message>
    <message>
        <source>已是敏感来电，只有班长能取消</source>
        <translation>It is marked as sensitive; only a shift leader takes that back</translation>
    </message>
    <message>
        <source>您好</source>
        <translation>Hello</translation>
    </message>
    <message>
        <source>慢一点：先复述一遍；再按一次 %1 照样派单</source>
        <translation>Slowly: read it back first; %1 again dispatches all the same</translation>
    </message>
    <message>
        <source>还没有可以复述的内容</source>
        <translation>There is nothing to read back yet</translation>
    </message>
    <message>
        <source>已复述，流程告知已勾上</source>
        <translation>Read back; the process is ticked as told</translation>
    </message>
    <message>
        <source>复述 %1/%2</source>
        <extracomment>The second of five parts that are said back to the owner.</extracomment>
        <translation>Read back %1/%2</translation>
    </message>
    <message>
        <source>念过了</source>
        <translation>Said</translation>
    </message>
    <message>
        <source>下一句</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>没有看起来像的工单</source>
        <translation>No ticket looks like this one</translation>
    </message>
    <message>
        <source>%1 已开暴雨快录，来电直接进短表</source>
        <translation>Storm quick entry is on for %1: calls open the short form</translation>
    </message>
    <message>
        <source>%1提议%2开暴雨快录，%3 打开群诉确认</source>
        <translation>%1 proposes storm quick entry for %2; %3 opens group events to confirm</translation>
    </message>
    <message>
        <source>已保存 %1，%2 第 %3 张</source>
        <extracomment>The ticket&apos;s number, the event, and how many tickets it has now.</extracomment>
        <translation>Saved %1, ticket %3 of %2</translation>
    </message>
    <message>
        <source>接下来不接电话，去做什么？</source>
        <translation>Off the phone: what for?</translation>
    </message>
    <message>
        <source>已回到空闲</source>
        <translation>Idle again</translation>
    </message>
    <message>
        <source>%1已超过 %2 分钟，只是提醒</source>
        <extracomment>A reminder; nothing is switched. %1 is what she does, %2 minutes.</extracomment>
        <translation>%1: longer than %2 min; only a reminder</translation>
    </message>
    <message>
        <source>单机时主管看不到求助，加入服务器后可用</source>
        <translation>Nobody would see it on a single computer; join a server first</translation>
    </message>
    <message>
        <source>已向主管求助，看板上会亮起</source>
        <translation>The supervisor is asked for help; it lights up on the wallboard</translation>
    </message>
    <message>
        <source>求助已撤回</source>
        <translation>No longer asking for help</translation>
    </message>
</context>
<context>
    <name>yingda::ui::WrapUpPanel</name>
    <message>
        <source>小结</source>
        <translation>Wrap-up</translation>
    </message>
    <message>
        <source>小结：这通电话是什么</source>
        <translation>Wrap-up: what was this call?</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>补一句</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>补一句，可不填</source>
        <translation>Add a line, optional</translation>
    </message>
    <message>
        <source>3 到 8 不用建单；通话不会断，挂机另按 %1</source>
        <translation>3 to 8 need no ticket; the call stays on, %1 hangs up</translation>
    </message>
    <message>
        <source>「%1」要先有工单：%2 保存后再小结</source>
        <translation>“%1” needs a ticket: save with %2, then wrap up</translation>
    </message>
</context>
</TS>
